# painlog completes its words in fish 3.1 or newer with this. In ~/.config/fish/config.fish:
#     painlog completion fish | source
# or, once:
#     mkdir -p ~/.config/fish/completions
#     painlog completion fish > ~/.config/fish/completions/painlog.fish
function __painlog_complete
    set -l words
    if commandline -x >/dev/null 2>&1
        set words (commandline -xpc)
    else
        set words (commandline -opc)
    end
    set -l program (string replace -r '^~/' "$HOME/" -- $words[1])
    type -q -- $program; or set program painlog
    set -e words[1]
    set -l token (commandline -ct)
    set -l answer (env _PAINLOG_COMPLETE=fish $program $words "$token" 2>/dev/null </dev/null)
    if test "$answer[1]" != files
        printf '%s\n' $answer[2..-1]
        return
    end
    set -l option (string match -r -- '^-[^=]*=' $token)
    for file in (__fish_complete_path (string replace -r -- '^-[^=]*=' '' $token))
        printf '%s%s\n' $option $file
    end
end
complete --command painlog --erase
complete --command painlog --no-files --keep-order --arguments '(__painlog_complete)'
