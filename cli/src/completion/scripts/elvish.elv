# Completions of ncloud-dataflow for elvish: the program computes them.
set edit:completion:arg-completer[ncloud-dataflow] = {|@words|
    e:ncloud-dataflow __complete elvish (- (count $words) 1) -- $@words 2>/dev/null | from-lines
}
