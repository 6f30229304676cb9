#compdef ncloud-dataflow
# Completions of ncloud-dataflow for zsh: the program computes them.
_ncloud-dataflow() {
    local line value
    local -a before values texts folders
    before=("${(@Q)words[1,CURRENT-1]}" "${(Q)PREFIX}")
    for line in "${(@f)$(command ncloud-dataflow __complete zsh $((CURRENT - 1)) -- "${before[@]}" 2>/dev/null)}"; do
        [[ -n $line ]] || continue
        value=${line%%$'\t'*}
        if [[ $value == */ ]]; then
            folders+=("$value")
        else
            values+=("$value")
            [[ $line == *$'\t'* ]] && texts+=("$value -- ${line#*$'\t'}") || texts+=("$value")
        fi
    done
    (( $#folders )) && compadd -V ncloud-dataflow-folders -S '' -a folders
    (( $#values )) && compadd -V ncloud-dataflow -l -d texts -a values
}
if [[ $funcstack[1] == _ncloud-dataflow ]]; then
    _ncloud-dataflow "$@"
else
    compdef _ncloud-dataflow ncloud-dataflow
fi
