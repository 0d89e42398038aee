#!/bin/sh
# SPDX-License-Identifier: MIT
# tutorial - rt-tutorial(7) in French: each of its commands ends as it does in English and tells the same
# figures, and the files they write are the same
set -u
"$ROOT"/scripts/man-examples --commands man/rt-tutorial.7 >commands

# play LOCALE FOLDER - a transcript: each command, what it printed, how it ended
play() {
	mkdir "$2"
	cd "$2" || exit 4
	LC_ALL=$1 TZ=UTC
	export LC_ALL TZ
	unset LANGUAGE RT_DB SOURCE_DATE_EPOCH
	while IFS= read -r command <&3; do
		printf '%s\n' "$command"
		eval "${command#? }" 2>&1 </dev/null 3<&-
		echo "= $?"
	done 3<../commands >"../$2.said"
}
grep -q '^+' commands && { echo 'a command of more than one line: teach this test to read it'; exit 1; }
(play C en)
(play fr_FR.UTF-8 fr)

# digits in the order they are told, thousands without their thin blank
thin=$(printf '\342\200\257')
figures() { LC_ALL=C sed "s/$thin//g" "$1" | LC_ALL=C tr -cs 0-9 '\n'; }
figures en.said >en.figures
figures fr.said >fr.figures
diff en.figures fr.figures || { echo 'other figures in French (>)'; diff en.said fr.said; exit 1; }
grep '^= ' en.said >en.ends
grep '^= ' fr.said | diff en.ends - || { echo 'other ends in French (>)'; exit 1; }
grep -v '^= 0$' en.ends && { echo 'a command failed'; cat en.said; exit 1; }
[ "$(wc -l <en.ends)" -gt 20 ] || { echo 'no tutorial was run'; exit 1; }
cmp -s en.said fr.said && { echo 'nothing was said in French'; exit 1; }

for file in note-2025-01.html activite-2024.html note-2025-08.html bilan-2025.html retire.csv; do
	cmp "en/$file" "fr/$file" || exit 1
done
