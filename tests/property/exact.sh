#!/bin/sh
# SPDX-License-Identifier: MIT
# Totals are the sums that another program makes in whole numbers of any size, near the most that 64
# bits hold too; and neither the order of the rows nor the cut of the files changes a byte of
# totals, evolution or season.
# shellcheck source=tests/property/network.inc
set -e
. "$ROOT/tests/property/network.inc"
big=$(command -v python3 || command -v dc) || exit 77

# sum - whole numbers, one a line, added by a program that has no largest one
case $big in
*python3) sum() { python3 -c 'import sys; print(sum(int(line) for line in sys.stdin))'; } ;;
*) sum() { awk 'BEGIN { print 0 } { sub(/^-/, "_"); print $0 " +" } END { print "p" }' | dc; } ;;
esac

# rows SEED - 40 offices, 36 months: people, cents, and figures of 16 digits
rows() {
	echo 'office,indicator,period,value'
	awk -v seed="$1" 'BEGIN {
		srand(seed)
		for (o = 1; o <= 40; o++) for (y = 2022; y <= 2024; y++) for (m = 1; m <= 12; m++) {
			printf "OT-%d,contacts_guichet,%d-%02d,%d\n", o, y, m, rand() * 100000
			printf "OT-%d,ca_boutique_eur,%d-%02d,%d.%02d\n", o, y, m, rand() * 1000000, rand() * 100
			printf "OT-%d,grand,%d-%02d,%d%08d\n", o, y, m, rand() * 90000000, rand() * 100000000
		}
	}'
}
ask() { rt-observatory "$@" --today 2025-01-10 --format csv; }
answers() { # DB
	for question in 'totals --by month' 'totals -p 2024' 'evolution -p 2024-08 --by office' 'season' \
		'season --method stl --components -i contacts_guichet'; do
		# shellcheck disable=SC2086 # words are meant
		ask $question --db "$1" || wrong "$seed" "$question"
	done
}

for seed in 1 2 3; do
	rows "$seed" >whole.csv
	rm -f ./*.db* part-*
	rt-import -q --create offices,indicators --today 2025-01-10 --db whole.db whole.csv || wrong "$seed" 'import'
	for what in contacts_guichet ca_boutique_eur grand; do
		for period in 2024-05 2022-01..2024-12; do
			from=${period%%..*} to=${period##*..}
			# cents, so that all are whole
			want=$(awk -F, -v i=$what -v from="$from" -v to="$to" '$2 == i && $3 >= from && $3 <= to {
				split($4, part, "."); print part[1] substr(part[2] "00", 1, 2) }' whole.csv | sum)
			got=$(ask totals --db whole.db -i $what -p "$period" | awk -F, 'NR > 1 {
				split($4, part, "."); print part[1] substr(part[2] "00", 1, 2) }')
			[ "$want" = "$got" ] || wrong "$seed" "$what, $period: $got, not $want"
		done
	done
	answers whole.db >wanted
	# another order
	shuffled "$seed" whole.csv >shuffled.csv
	rt-import -q --create offices,indicators --today 2025-01-10 --db shuffled.db shuffled.csv || wrong "$seed" 'import'
	answers shuffled.db >got
	same "$seed" 'answers depend on the order of the rows' wanted got
	# another cut: files of 700 rows, each with its heading
	sed 1d shuffled.csv | split -l 700 - part-
	for part in part-*; do { head -1 whole.csv; cat "$part"; } >"$part.csv"; done
	rt-import -q --create offices,indicators --today 2025-01-10 --db parts.db part-*.csv || wrong "$seed" 'import'
	answers parts.db >got
	same "$seed" 'answers depend on the cut of the files' wanted got
done
