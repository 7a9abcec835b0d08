# painlog completes its words in PowerShell 5.1 or newer with this. In the file that $PROFILE names:
#     painlog completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName painlog, painlog.exe -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @()
    $current = ''
    # Only what was typed is passed on, with its quotes: nothing of it is run or looked up.
    foreach ($element in @($commandAst.CommandElements | Select-Object -Skip 1)) {
        $from = $element.Extent.StartOffset
        if ($from -ge $cursorPosition) { break }
        if ($element.Extent.EndOffset -ge $cursorPosition) {
            $current = $element.Extent.Text.Substring(0, $cursorPosition - $from)
            break
        }
        $words += $element.Extent.Text
    }
    $program = $commandAst.CommandElements[0].Extent.Text.Trim("'", '"')
    if (-not (Get-Command -Name $program -CommandType Application -ErrorAction Ignore)) {
        $program = 'painlog'
    }
    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = [Text.UTF8Encoding]::new()
        $env:_PAINLOG_COMPLETE = 'powershell'
        # In a variable, because PowerShell 5.1 drops the quotes in a program's arguments.
        $env:_PAINLOG_WORDS = (@($words) + $current) -join "`n"
        $how, $answer = @('' | & $program 2> $null)
    } finally {
        Remove-Item Env:_PAINLOG_COMPLETE, Env:_PAINLOG_WORDS -ErrorAction Ignore
        [Console]::OutputEncoding = $encoding
    }
    # Where nothing is returned, PowerShell offers files.
    foreach ($line in $answer) {
        $value, $shown, $about = $line -split "`t", 3
        [Management.Automation.CompletionResult]::new($value, $shown, 'ParameterValue', $about)
    }
}
