#compdef entente
# zsh completion for entente: commands, flags, and the names of actors in the graph.
_entente() {
  local -a options
  local current=${words[-1]}
  if [[ "$current" == -* ]]; then
    options=("${(@f)$(${words[@]:0:#words[@]-1} "$current" --generate-bash-completion 2>/dev/null)}")
  else
    options=("${(@f)$(${words[@]:0:#words[@]-1} --generate-bash-completion 2>/dev/null)}")
  fi
  if [[ -n "${options[1]}" ]]; then
    _describe 'values' options
  else
    _files
  fi
}
compdef _entente entente
