# SPDX-License-Identifier: MIT
# Completion of the relais tools for fish: what may come next is asked of the tool itself.
function __relais_complete
    set -l words (commandline -opc)
    set -l typed (commandline -ct)
    set -l kept (string match -r -- '^--[^=]*=' $typed)
    set -l tool $words[1]
    set -e words[1]
    for line in ($tool --complete $words "$typed" 2>/dev/null)
        switch $line
            case ':files'
                string replace -r -- '^' "$kept" (__fish_complete_path (string replace -- "$kept" '' $typed))
            case ':folders'
                string replace -r -- '^' "$kept" (__fish_complete_directories (string replace -- "$kept" '' $typed))
            case '*'
                echo $line
        end
    end
end
for tool in rt-import rt-status rt-observatory rt-report rt-plan
    complete -c $tool -f -a '(__relais_complete)'
end
