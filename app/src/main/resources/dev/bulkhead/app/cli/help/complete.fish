# SPDX-License-Identifier: Apache-2.0
# Completes bulkhead in fish. Made by the build from the verbs' own flags.
complete -c bulkhead -n __fish_use_subcommand -a help -d 'a verb\'s flags, with examples'
complete -c bulkhead -n __fish_use_subcommand -l help -s h -d 'what there is'
complete -c bulkhead -n __fish_use_subcommand -l version -s V -d 'version and commit'
complete -c bulkhead -n __fish_use_subcommand -l demo -d 'opens the window with simulated devices'
