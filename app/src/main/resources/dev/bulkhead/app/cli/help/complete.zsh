#compdef bulkhead
# SPDX-License-Identifier: Apache-2.0
# Completes bulkhead in zsh. Made by the build from the verbs' own flags.

_bulkhead_operand() {
    _alternative 'hosts:host:_hosts' 'files:file:_files'
}

_bulkhead_verbs() {
    local -a verbs
    verbs=(
        @VERBS@
        'help:a verb'\''s flags, with examples'
    )
    _describe -t verbs verb verbs
}

_bulkhead() {
    if (( CURRENT == 2 )); then
        if [[ $words[CURRENT] == -* ]]; then
            compadd -- --help --version --demo --window
        else
            _bulkhead_verbs
            _files
        fi
        return
    fi
    local verb=$words[2]
    shift words
    (( CURRENT-- ))
    case $verb in
        @FLAGS@
        help) _bulkhead_verbs ;;
        *) _files ;;
    esac
}

_bulkhead "$@"
