#!/bin/sh
# SPDX-License-Identifier: MIT
# A file known by its fingerprint is passed over only where reading it would change nothing and
# count the same: whatever was imported, revised, undone or registered in between.
# shellcheck source=tests/property/network.inc
. "$ROOT/tests/property/network.inc"
passed_over=0

said() { # DAY OPTION... FILE
	day=$1
	shift
	rt-import -n --create territories --db r.db --today "$day" --lang en "$@" 2>&1
}
chance() { awk -v seed="$1" -v n="$2" 'BEGIN { srand(seed); rand(); print 1 + int(rand() * n) }'; }
pick() { # SEED WORD...
	at=$(chance "$1" $(($# - 1)))
	shift "$at"
	printf '%s\n' "$1"
}

for seed in $(seeds 1 12); do
	network "$seed"
	awk -F, 'NR > 1 && NR % 7 == 0 { sub(/[0-9]*$/, $4 + 1) } 1' figures.csv >revised.csv
	sed 5q figures.csv >part.csv
	sed 's/le vrai/le faux/' offices.csv >renamed.csv
	printf 'office,indicator,period,value\n"Office 1, le vrai",sessions_web,2024-01,12\n' >by-name.csv
	printf 'code,name,commune\nOT-90,"Office 1, le vrai",Ville\n' >namesake.csv
	rt-import -q --db r.db --create territories --today 2025-01-10 offices.csv figures.csv by-name.csv
	for step in 1 2 3 4 5 6 7; do
		at=$((seed * 100 + step))
		if [ "$(chance $((at + 7)) 6)" -eq 1 ]; then
			rt-import --undo "$((3 + $(chance "$at" 3)))" --db r.db --today 2025-01-10 >undone 2>&1 || :
		fi
		file=$(pick "$at" figures.csv figures.csv revised.csv part.csv \
			offices.csv renamed.csv by-name.csv by-name.csv namesake.csv)
		how=$(pick $((at + 50)) -n -n -n --strict --create=offices) # the last two: another way to read
		on=2025-01-$((10 + step))
		said $on "$how" "$file" >shortly
		said $on --reread "$how" "$file" >at-length
		if grep -q 'not read again' shortly; then
			passed_over=$((passed_over + 1))
			sed 's/ (the very file[^)]*)//' shortly >counts
			grep '^[a-z-]*.csv: ' at-length >others
			same "$seed" "step $step: $file $how is not as before" counts others
		else
			same "$seed" "step $step: $file $how, twice" shortly at-length
		fi
		rt-import -q --create territories --db r.db --today $on "$file" >said 2>&1 || :
	done
	rm -f ./r.db*
done
[ "$passed_over" -gt 5 ] || { echo "passed over $passed_over times: nothing was tried"; exit 1; }
