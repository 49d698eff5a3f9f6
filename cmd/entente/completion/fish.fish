# fish completion for entente: commands, flags and their values, and the names of actors in the graph.
function __entente_complete
    set -l typed (commandline -opc)
    set -l current (commandline -ct | string unescape)
    env ENTENTE_DESCRIBE=1 $typed "$current" --generate-bash-completion 2>/dev/null
end
complete -c entente -f -n 'count (__entente_complete) >/dev/null' -a '(__entente_complete)'
