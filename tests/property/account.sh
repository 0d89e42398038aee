#!/bin/sh
# SPDX-License-Identifier: MIT
# Every line read is accounted for: of 25 small networks with faults in them, the five counts of
# the summary add up to what was read, which is what the file holds, and every refused line is
# in the file of refused lines.
# shellcheck source=tests/property/network.inc
set -e
. "$ROOT/tests/property/network.inc"

# faulty SEED - figures with wrong cells, lines twice, totals and offices nobody knows
faulty() {
	awk -F, -v OFS=, -v seed="$1" 'BEGIN { srand(seed) }
		NR == 1 { print; next }
		{ r = rand() }
		r < 0.04 { $4 = "x" }
		r >= 0.04 && r < 0.06 { $1 = "OT-99" }
		r >= 0.06 && r < 0.08 { $2 = "inconnu" }
		r >= 0.08 && r < 0.10 { $3 = "2024-13" }
		r >= 0.10 && r < 0.11 { $1 = "TOTAL" }
		{ print }
		r > 0.97 { print }
		r > 0.96 && r < 0.97 { $4 = 4999; print }' figures.csv
}

# counts FILE - read, and the five others added up
counts() {
	sed 's/[^0-9·]//g; s/·/ /g' "$1" | awk '{ print $1, $2 + $3 + $4 + $5 + $6 }'
}

for seed in $(seeds 301); do
	network "$seed"
	store --db r.db offices.csv
	faulty "$seed" >faulty.csv
	for round in 1 2; do
		sed "s/^\(OT-1,.*,\)1/\1$round/" faulty.csv >now.csv
		rt-import --db r.db --today 2025-01-10 --lang en --max-errors 1 --rejects wrong.csv \
			- <now.csv 2>&1 | grep '^<stdin>: ' | sed 's/^[^0-9]*read/read/' >said
		lines=$(($(wc -l <now.csv) - 1))
		echo "$lines $lines" >expected
		counts said >got
		same "$seed" "round $round: read, and the counts added up" expected got
		sed 's/.*rejected \([0-9]*\).*/\1/' said >expected
		sed 1d wrong.csv | wc -l >got
		same "$seed" "round $round: refused lines" expected got
	done
	rm -f ./*.db*
done
