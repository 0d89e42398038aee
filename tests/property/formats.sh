#!/bin/sh
# SPDX-License-Identifier: MIT
# Every format shows the same cells, whatever the order of the rows that came in: 25 networks.
# shellcheck source=tests/property/network.inc
. "$ROOT/tests/property/network.inc"

ask() { rt-observatory "$@" --today 2025-01-10 --lang en; }
# Numbers, periods and dashes of people, back to those of machines.
plain() {
	sed -e 's/−/-/g' -e 's/–//g' -e 's/\([0-9]\),\([0-9]\)/\1\2/g' -e 's/\([0-9]\)%/\1/g'
}

for seed in $(seeds 201); do
	network "$seed"
	shuffled "$seed" figures.csv >shuffled.csv
	for question in values totals evolution completeness; do
		ask $question -p 2024-01 --format csv figures.csv >rows.csv
		ask $question -p 2024-01 --format csv shuffled.csv >got
		same "$seed" "$question depends on the order of the rows" rows.csv got
		ask $question -p 2024-01 --format tsv figures.csv | tr '\t' , >got
		same "$seed" "$question in tsv" rows.csv got
		ask $question -p 2024-01 --format jsonl figures.csv |
			sed 's/^{"[a-z]*"://; s/}$//; s/,"[a-z_]*":/,/g; s/null//g; s/"//g' >got
		sed 1d rows.csv >rows
		same "$seed" "$question in jsonl" rows got
		ask $question -p 2024-01 --format json figures.csv | sed '1d; $d; s/,$//' |
			sed 's/^{"[a-z]*"://; s/}$//; s/,"[a-z_]*":/,/g; s/null//g; s/"//g' >got
		same "$seed" "$question in json" rows got
		lines=$(wc -l <rows)
		for format in table md; do
			shown=$(ask $question -p 2024-01 --format $format figures.csv | sed 1,2d | grep -vc '^no row')
			[ "$shown" -eq "$lines" ] || wrong "$seed" "$question: $shown rows in $format, $lines in csv"
		done
	done
	# The values themselves, once people's writing is taken off.
	ask values -p 2024-01 --format csv figures.csv | sed 1d | cut -d, -f1,2,4 |
		awk -F, '{ printf "%s,%s,%s\n", $1, $2, $3 == "" ? "" : $3 + 0 }' >rows
	ask values -p 2024-01 --format md figures.csv | sed 1,2d | plain |
		awk -F' *[|] *' '{ printf "%s,%s,%s\n", $2, $3, $5 == "" ? "" : $5 + 0 }' >got
	same "$seed" 'values in md' rows got
done
