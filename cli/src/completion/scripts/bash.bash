# Completions of ncloud-dataflow for bash: the program computes them. Source this file in ~/.bashrc.
_ncloud_dataflow() {
    # bash also splits words at : = and @. What stands together on the line is one word.
    local rest=${COMP_LINE:0:COMP_POINT} words=() last=-1 i word trimmed
    for ((i = 0; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        trimmed=${rest#"${rest%%[![:space:]]*}"}
        if ((i == 0 || ${#trimmed} < ${#rest})); then
            last=$((last + 1))
            words[last]=
        fi
        ((i == COMP_CWORD)) && word=$trimmed
        words[last]=${words[last]}$word
        rest=${trimmed#"$word"}
    done
    # bash replaces only what follows the last of these characters.
    local cut=$((${#words[last]} - ${#2})) line
    case ${words[last]} in *[\"\'\\]*) cut=0 ;; esac
    COMPREPLY=()
    while IFS= read -r line; do
        COMPREPLY[${#COMPREPLY[@]}]=${line:cut}
    done < <(command ncloud-dataflow __complete bash "$last" -- "${words[@]}" 2>/dev/null)
    if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == */ ]]; then
        compopt -o nospace 2>/dev/null
    fi
}
complete -o nosort -F _ncloud_dataflow ncloud-dataflow 2>/dev/null || complete -F _ncloud_dataflow ncloud-dataflow
