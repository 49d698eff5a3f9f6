# bash completion for entente: commands, flags, and the names of actors in the graph.
_entente() {
  local cur word
  COMPREPLY=()
  cur="${COMP_WORDS[COMP_CWORD]}"
  while IFS= read -r word; do
    if [[ "${word,,}" == "${cur,,}"* ]]; then
      COMPREPLY+=("$(printf '%q' "$word")")
    fi
  done < <("${COMP_WORDS[@]:0:COMP_CWORD}" ${cur:+"$cur"} --generate-bash-completion 2>/dev/null)
}
complete -o bashdefault -o default -F _entente entente
