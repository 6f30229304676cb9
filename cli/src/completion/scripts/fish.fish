# Completions of ncloud-dataflow for fish: the program computes them.
function __ncloud_dataflow_complete
    set -l before (commandline --current-process --tokenize --cut-at-cursor)
    set -l current (commandline --current-token --cut-at-cursor)
    command ncloud-dataflow __complete fish (count $before) -- $before "$current" 2>/dev/null
end
complete --command ncloud-dataflow --erase
complete --command ncloud-dataflow --no-files --keep-order --arguments '(__ncloud_dataflow_complete)'
