# bash completion for entente: commands, flags and their values, and the names of actors in the graph.
_entente() {
  local cur word plain quote=""
  COMPREPLY=()
  cur="${COMP_WORDS[COMP_CWORD]}"
  case "$cur" in
    \"*) quote='"'; plain="${cur#\"}" ;;
    \'*) quote="'"; plain="${cur#\'}" ;;
    *) plain="${cur//\\/}" ;;
  esac
  while IFS= read -r word; do
    if [[ -n "$quote" ]]; then
      COMPREPLY+=("$word")
    else
      COMPREPLY+=("$(printf '%q' "$word")")
    fi
  done < <("${COMP_WORDS[@]:0:COMP_CWORD}" "$plain" --generate-bash-completion 2>/dev/null)
}
complete -o bashdefault -o default -F _entente entente
