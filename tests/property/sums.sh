#!/bin/sh
# SPDX-License-Identifier: MIT
# Totals and evolutions of 25 small networks against sums in whole numbers made by awk: cents,
# offices complete over the span, and the constant perimeter.
# shellcheck source=tests/property/network.inc
set -e
. "$ROOT/tests/property/network.inc"

# by_awk FROM TO - indicator, sum in cents, offices, over the months FROM..TO (yyyymm), all there
by_awk() {
	awk -F, -v from="$1" -v to="$2" 'NR > 1 && $2 != "abonnes_sociaux" {
		month = substr($3, 1, 4) substr($3, 6, 2)
		if (month < from || month > to || $5 ~ /[mnd]/) next
		split($4, part, ".")
		cents = part[1] * 100 + (length(part[2]) == 1 ? part[2] * 10 : part[2])
		sum[$2, $1] += cents; months[$2, $1]++; indicator[$2]; office[$1]
	}
	END {
		wanted = to - from + 1
		for (i in indicator) {
			total = n = 0
			for (o in office)
				if (months[i, o] == wanted) { total += sum[i, o]; n++ }
			if (n) printf "%s %d %d\n", i, total, n
		}
	}' normal.csv | sort
}

# by_tool PERIOD - the same, from the answer
by_tool() {
	rt-observatory totals -p "$1" normal.csv | awk -F, 'NR > 1 && $5 > 0 && $1 !~ /^(abonnes_sociaux|demandes_total|part_|taux_|contacts_par)/ {
		split($4, part, ".")
		printf "%s %d %d\n", $1, part[1] * 100 + (length(part[2]) == 1 ? part[2] * 10 : part[2]), $5
	}' | sort
}

# The constant perimeter of a month against the year before.
evolution_by_awk() {
	awk -F, -v now="$1" -v before="$2" 'NR > 1 && $5 !~ /[mnd]/ {
		if ($3 == now) a[$2, $1] = $4 + 0
		if ($3 == before) b[$2, $1] = $4 + 0
	}
	END {
		for (k in a) if (k in b) { split(k, part, SUBSEP); n[part[1]]++; x[part[1]] += a[k]; y[part[1]] += b[k] }
		for (i in n) if (i != "ca_boutique_eur") printf "%s %d %d %d\n", i, x[i], y[i], n[i]
	}' normal.csv | sort
}

evolution_by_tool() {
	rt-observatory evolution -p "$1" normal.csv | awk -F, 'NR > 1 && $7 > 0 && $1 !~ /^(ca_boutique_eur|demandes_total|part_|taux_|contacts_par)/ {
		printf "%s %d %d %d\n", $1, $4, $5, $7
	}' | sort
}

for seed in $(seeds 101); do
	network "$seed"
	rt-import -q figures.csv >normal.csv
	for month in 01 02 05; do
		by_awk 2024$month 2024$month >counted
		by_tool 2024-$month >tool
		same "$seed" "totals of month $month" counted tool
		evolution_by_awk 2024-$month 2023-$month >counted
		evolution_by_tool 2024-$month >tool
		same "$seed" "evolution of month $month" counted tool
	done
	by_awk 202401 202402 >counted
	by_tool 2024-01..2024-02 >tool
	same "$seed" 'totals of two months' counted tool
done
