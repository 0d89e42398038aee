#!/bin/sh
# SPDX-License-Identifier: MIT
# Evolutions of networks with breaks at random, of a month and of two together, against awk, which
# knows days as text and compares every pair for itself.
# shellcheck source=tests/property/network.inc
set -e
. "$ROOT/tests/property/network.inc"

breaks() { # SEED: some of one office, some of all, on any day of three years
	awk -v seed="$1" 'BEGIN {
		srand(seed)
		split("contacts_guichet demandes_telephone demandes_ecrites avis_nb", code, " ")
		print "office,indicator,date,reason"
		for (n = 1 + rand() * 9; n > 0; n--)
			printf "%s,%s,%d-%02d-%02d,no %d\n", rand() < 0.2 ? "" : "OT-" 1 + int(rand() * 2),
				code[1 + int(rand() * 4)], 2022 + int(rand() * 3), 1 + int(rand() * 12),
				rand() < 0.5 ? 1 : 1 + int(rand() * 28), n
	}'
}

# by_awk FIRST LAST - indicator, now, before, offices: complete in both years, no break between
by_awk() {
	awk -F, -v first="$1" -v last="$2" '
	FILENAME == "breaks.csv" {
		if (FNR > 1 && $3 > "2023-" first "-01" && $3 <= "2024-" last "-31") broken[$2, $1]
		next
	}
	FNR > 1 && $5 !~ /[mnd]/ {
		month = substr($3, 6)
		if (month < first || month > last || $2 !~ /^(contacts_guichet|demandes_telephone|demandes_ecrites|avis_nb)$/) next
		if ($3 ~ /^2024/) { a[$2, $1] += $4; many[$2, $1]++ }
		if ($3 ~ /^2023/) { b[$2, $1] += $4; many[$2, $1]++ }
	}
	END {
		for (k in many) {
			split(k, part, SUBSEP)
			if (many[k] != 2 * (last - first + 1)) continue
			if ((k in broken) || ((part[1], "") in broken)) { left[part[1]]; continue }
			n[part[1]]++; x[part[1]] += a[k]; y[part[1]] += b[k]
		}
		for (i in n) printf "%s %d %d %d %s\n", i, x[i], y[i], n[i], i in left ? "b" : "-"
	}' breaks.csv normal.csv | sort
}

by_tool() {
	rt-observatory evolution -p "$1" -i contacts_guichet,demandes_telephone,demandes_ecrites,avis_nb --db r.db |
		awk -F, 'NR > 1 && $7 > 0 { printf "%s %d %d %d %s\n", $1, $4, $5, $7, $10 ~ /b/ ? "b" : "-" }' | sort
}

for seed in $(seeds 301); do
	network "$seed"
	breaks "$seed" >given.csv
	store --as offices --db r.db offices.csv
	store --db r.db figures.csv
	rt-import -q --db r.db --today 2025-01-11 given.csv 2>said || [ $? -eq 1 ] || wrong "$seed" "$(cat said)"
	rt-import --export breaks --db r.db >breaks.csv
	rt-import --export observations --db r.db >normal.csv
	for month in 01 02 05; do
		by_awk $month $month >counted
		by_tool 2024-$month >tool
		same "$seed" "evolution of month $month" counted tool
	done
	by_awk 01 02 >counted
	by_tool 2024-01..2024-02 >tool
	same "$seed" 'evolution of two months' counted tool
	rm -f r.db*
done
