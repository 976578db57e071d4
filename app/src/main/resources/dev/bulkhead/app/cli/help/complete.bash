# SPDX-License-Identifier: Apache-2.0
# Completes bulkhead in bash. Made by the build from the verbs' own flags.

_bulkhead() {
    local cur prev verb flags files value words
    cur=${COMP_WORDS[COMP_CWORD]}
    prev=${COMP_WORDS[COMP_CWORD - 1]}
    # bash takes "--format=csv" for three words.
    if [[ $cur == = ]]; then
        cur=
    elif [[ $prev == = && COMP_CWORD -gt 2 ]]; then
        prev=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    verb=${COMP_WORDS[1]}
    COMPREPLY=()

    if [[ COMP_CWORD -eq 1 ]]; then
        if [[ $cur == -* ]]; then
            COMPREPLY=($(compgen -W "--help --version --demo --window" -- "$cur"))
        else
            COMPREPLY=($(compgen -W "@VERBS@ help" -- "$cur"))
            _bulkhead_files
        fi
        return
    fi

    value=
    case $verb,$prev in
        @VALUES@
        help,*) words="@VERBS@"; value=words ;;
        -*,* | */*,*) value=files ;;
    esac
    case $value in
        words) COMPREPLY=($(compgen -W "$words" -- "$cur")); return ;;
        files) _bulkhead_files; return ;;
        any) return ;;
    esac

    flags=--help
    files=
    case $verb in
        @FLAGS@
    esac
    if [[ $cur == -* ]]; then
        COMPREPLY=($(compgen -W "$flags" -- "$cur"))
    elif [[ -n $files ]]; then
        _bulkhead_files
    else
        # What is asked most is a host.
        COMPREPLY=($(compgen -A hostname -- "$cur"))
    fi
}

_bulkhead_files() {
    local file
    compopt -o filenames 2>/dev/null
    while IFS= read -r file; do
        COMPREPLY+=("$file")
    done < <(compgen -f -- "$cur")
}

complete -F _bulkhead bulkhead
