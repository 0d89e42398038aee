#!/bin/sh
# SPDX-License-Identifier: MIT
# Leaks of the annual review: random networks send their accounts, and what the public review tells of them, by
# size and together, is attacked: a sum that rests on too few, what sums told leave of their total, offices
# that a share leaves out of a sum, the figure of one office anywhere in the bytes.
set -eu
rounds=${ROUNDS:-25}
told=0
seed=0
while [ "$seed" -lt "$rounds" ]; do
	seed=$((seed + 1))
	rm -f r.db*
	awk -v seed="$seed" '
	function some(n) { return int(rand() * n) }
	BEGIN {
		srand(seed)
		n = 6 + some(14)
		print "code,name,opened_on" >"offices.csv"
		print "office,indicator,period,value" >"figures.csv"
		for (o = 1; o <= n; o++) {
			code = sprintf("O%02d", o)
			print code ",Office " o ",2001-01-01" >"offices.csv"
			staff = some(10) ? 1 + some(6) * some(5) + some(10) / 10 : 0
			income = 20011 + some(900000) + (some(9) ? 0 : some(9000000))
			grant = int(income * (10 + some(60)) / 100)
			if (some(12)) print code ",etp_total,2024," staff >"figures.csv"
			if (some(8)) print code ",produits_eur,2024," income >"figures.csv"
			if (some(8)) print code ",subvention_eur,2024," grant >"figures.csv"
		}
	}'
	rt-import -q --db r.db --today 2025-02-10 offices.csv figures.csv
	rt-report annual --db r.db -p 2024 --today 2025-03-10 --lang en --format csv >told.csv
	rt-report annual --db r.db -p 2024 --today 2025-03-10 --lang en --format html >told.html
	tr -d ',' <told.html >plain.html
	told=$((told + $(grep -c '^means,[a-z]*,[a-z_]*,[^,]*,2024,[0-9]' told.csv || true)))
	awk -F, -v seed="$seed" '
	function fails(why) { print "network " seed ": " why; bad = 1; exit 1 }
	function class(x) { return x <= 2 ? "0-2" : x <= 5 ? "2-5" : x <= 10 ? "5-10" : x <= 20 ? "10-20" : "20+" }
	function is_weak(i, g) { return n[i, g] > 0 && (n[i, g] < 3 || most[i, g] > .85 * sum[i, g]) }
	function add(i, g, v) {
		n[i, g]++; sum[i, g] += v
		if (v > most[i, g]) most[i, g] = v
	}
	FNR == NR {
		if ($2 == "etp_total") staff[$1] = class($4)
		if (FNR > 1) value[$2, $1] = $4
		next
	}
	FNR == 1 {
		for (k in value) {
			split(k, at, SUBSEP)
			group = at[2] in staff ? staff[at[2]] : ""
			add(at[1], "total", value[k]); add(at[1], group, value[k])
			if (at[1] == "subvention_eur" && (("produits_eur", at[2]) in value)) pairs++
		}
	}
	$1 == "means" && $2 == "level" && $6 != "" {
		is_told[$3, $4] = 1
		if (is_weak($3, $4)) fails($3 " of " $4 " is told")
	}
	$1 == "means" && $2 == "share" && $6 != "" { share = 1 }
	END {
		if (bad) exit 1
		for (k in value) {
			split(k, at, SUBSEP)
			group = at[2] in staff ? staff[at[2]] : ""
			if (is_told[at[1], "total"] && !is_told[at[1], group]) add(at[1], "hidden", value[k])
		}
		if (is_weak("produits_eur", "hidden")) fails("what is left of the income is told")
		if (is_weak("etp_total", "hidden")) fails("what is left of the staff is told")
		left = n["produits_eur", "total"] - pairs
		if (share && is_told["produits_eur", "total"] && (left == 1 || left == 2)) fails("a share tells who has no grant")
		left = n["subvention_eur", "total"] - pairs
		if (share && is_told["subvention_eur", "total"] && (left == 1 || left == 2)) fails("a share tells who has no income")
	}' figures.csv told.csv
	awk -F, 'FNR == NR { if ($6 != "") told[$6]; next } FNR > 1 && $2 != "etp_total" && !($4 in told) { print $4 }' \
		told.csv figures.csv >hidden
	if grep -o '[0-9][0-9]*' plain.html | grep -Fxf hidden >seen; then
		echo "network $seed: the page has the figure of an office: $(head -1 seen)"
		exit 1
	fi
done
[ "$told" -gt "$rounds" ] || { echo "nothing was told in $rounds networks"; exit 1; }
