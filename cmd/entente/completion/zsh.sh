#compdef entente
# zsh completion for entente: commands, flags and their values, and the names of actors in the graph.
_entente() {
  local line
  local -a options plain
  plain=("${(@Q)words[1,CURRENT]}")
  plain[-1]="${plain[-1]#[\"\']}" # a quotation that is still open
  for line in "${(@f)$(ENTENTE_DESCRIBE=1 ${plain[1,-2]} "$plain[-1]" --generate-bash-completion 2>/dev/null)}"; do
    if [[ "$line" == *$'\t'* ]]; then
      options+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
    elif [[ -n "$line" ]]; then
      options+=("${line//:/\\:}")
    fi
  done
  if (( $#options )); then
    _describe 'entente' options -M 'm:{a-zA-Z}={A-Za-z}'
  else
    _files
  fi
}
if [[ "$funcstack[1]" == _entente ]]; then
  _entente "$@"
else
  compdef _entente entente
fi
