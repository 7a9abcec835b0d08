# painlog completes its words in bash 4.4 or newer with this. In ~/.bashrc:
#     eval "$(painlog completion bash)"
# or, with the package bash-completion, once:
#     mkdir -p ~/.local/share/bash-completion/completions
#     painlog completion bash > ~/.local/share/bash-completion/completions/painlog
_painlog() {
    local program=${1/#\~\//"$HOME/"} how= line=
    type -P "$program" > /dev/null || program=painlog
    COMPREPLY=()
    {
        IFS= read -r how
        while IFS= read -r line; do COMPREPLY+=("$line"); done
    } < <(COLUMNS=${COLUMNS-} _PAINLOG_COMPLETE=bash "$program" "${COMP_LINE:0:COMP_POINT}" \
        "$COMP_TYPE" "$COMP_WORDBREAKS" 2> /dev/null < /dev/null)
    compopt -o nosort 2> /dev/null
    [ "$how" != files ] || compopt -o default
}
# The bash of macOS is 3.2: it has no compopt, and does not say which TAB it is.
if ((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] >= 404)); then
    complete -F _painlog painlog
elif [[ $- == *i* ]]; then
    printf 'painlog: TAB needs bash 4.4 or newer to complete, and this is %s. %s\n' \
        "${BASH_VERSINFO[0]}.${BASH_VERSINFO[1]}" \
        'zsh, which macOS has, completes as well: type painlog completion' >&2
fi
