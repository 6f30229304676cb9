# Completions of ncloud-dataflow for PowerShell: the program computes them.
Register-ArgumentCompleter -Native -CommandName ncloud-dataflow -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { "$_" })
    $index = $words.Count
    if ($wordToComplete -ne '') { $words += $wordToComplete }
    $lines = & ncloud-dataflow __complete powershell $index -- @words 2>$null
    foreach ($line in $lines) {
        $value, $text = $line.Split("`t", 2)
        if (-not $text) { $text = $value }
        [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $text)
    }
}
