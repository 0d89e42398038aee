#!/bin/sh
# SPDX-License-Identifier: MIT
# learn.sh - a file read with the profile learned from it gives the figures it gives without,
# and as many refused: all files of the command-line cases that can be imported on their own.
# shellcheck source=tests/property/network.inc
. "$ROOT/tests/property/network.inc"
set -eu
failed=0 tried=0
files=$(find "$ROOT"/tests/cli/*/*/in "$ROOT"/share/example -type f | sort)
files=$(echo "$files" | some 1 | distinct)

# counts_same FILE FILE - do two imports count the same?
counts_same() {
	awk '!sub(/.*: read /, "read ") { next }
		FILENAME == ARGV[1] { plain = plain $0 "\n"; next }
		{ again = again $0 "\n" }
		END { exit plain != again }' "$1" "$2"
}
for file in $files; do
	# what has a profile makes no sense without
	case $file in */cli/profiles/* | *.ini | *.sh | *.sql | *.md) continue ;; esac
	name=${file#"$ROOT"/tests/cli/}
	code=0
	rt-import "$file" >plain.csv 2>plain.err || code=$?
	[ $code -le 1 ] || continue
	tried=$((tried + 1))
	if ! rt-import --learn "$file" -o learned.ini 2>learned.err; then
		echo "$name: nothing learned"
		cat learned.err
		failed=1
		continue
	fi
	code2=0
	rt-import --profile learned.ini "$file" >again.csv 2>again.err || code2=$?
	if [ $code != $code2 ] || ! cmp -s plain.csv again.csv || ! counts_same plain.err again.err; then
		echo "$name: with its profile, exit $code2 instead of $code"
		grep -h ': read ' plain.err again.err || :
		diff plain.csv again.csv | head -5
		head -3 again.err
		failed=1
	fi
done
[ "$tried" -gt 0 ] || { echo "no file could be imported"; exit 1; }
[ $failed = 0 ]
