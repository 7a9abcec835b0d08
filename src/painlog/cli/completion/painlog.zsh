#compdef painlog
# painlog completes its words in zsh with this. In ~/.zshrc:
#     eval "$(painlog completion zsh)"
# or, once, into a directory that is in $fpath before compinit is called:
#     painlog completion zsh > ~/.zfunc/_painlog
_painlog() {
  local program=${(Q)words[1]} line
  local -a answer values shown
  program=${program/#\~\//$HOME/}
  (( $+commands[$program] )) || [[ -x $program ]] || program=painlog
  answer=("${(@f)$(COLUMNS=$COLUMNS _PAINLOG_COMPLETE=zsh $program \
    "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2> /dev/null < /dev/null)}")
  if [[ $answer[1] == files ]]; then
    [[ $PREFIX == -*=* ]] && compset -P 1 '*='
    _files
    return
  fi
  for line in "${(@)answer[2,-1]}"; do
    values+=("${line%%$'\t'*}")
    shown+=("${line#*$'\t'}")
  done
  (( $#values )) || return 1
  # What was typed is not how any of them begins: they are offered in turn.
  [[ $answer[1] == menu* ]] && compstate[insert]=menu
  # painlog has chosen already, in any case and by other names, so zsh chooses no more (-U).
  if [[ $answer[1] == *described ]]; then
    compadd -U -V painlog -l -d shown -a values
  else
    compadd -U -V painlog -d shown -a values
  fi
}
if [[ $funcstack[1] == _painlog ]]; then
  _painlog "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
  compdef _painlog painlog
fi
