#!/bin/sh
# SPDX-License-Identifier: MIT
# What explain says of a figure is that figure: its last part is the row of `totals` and
# `evolution`, the offices it counts sum up to it, and its SQL, run by the sqlite3 shell on the store,
# gives it again. So are the indices of
# `season` and the statistics of `distribution`, which are computed again from the figures it lists. Over the
# example network (mergers, offices that open, derived indicators).
# shellcheck source=tests/property/network.inc
. "$ROOT/tests/property/network.inc"
command -v sqlite3 >/dev/null || exit 77

today=2025-09-15
ask() { rt-observatory "$@" --db r.db --today $today --format csv; }
load() { rt-import -q --db r.db --today $today "$@" 2>/dev/null || [ $? -eq 1 ] || exit 1; }
example=$ROOT/share/example
load "$example/territoires.csv" "$example/offices.csv"
load "$example"/grilles/2023-*.csv "$example"/grilles/2024-*.csv "$example"/grilles/2025-*.csv
load --office OT-99-009 -p 2025 "$example/envois/OT-99-009-2025.csv"

# numbers - as people of C print them: 1930.0 and 1930 are the same
numbers() { awk -F, -v OFS=, '{ for (i = 3; i <= NF; i++) if ($i != "") $i = sprintf("%.6f", $i); print }'; }

# figure WHICH VERB COLUMNS INDICATOR PERIOD [OPTION...] - by the verb, by explain, by SQL
figure() {
	which=$1 verb=$2 columns=$3
	shift 3
	i=$1 p=$2
	shift 2
	ask "$verb" -i "$i" -p "$p" "$@" | sed 1d >rows
	case ${1-} in
	--by) group=$(sed -n '1s/^[^,]*,\([^,]*\),.*/\1/p' rows) ;;
	*) group= ;;
	esac
	[ "${1-}" != --by ] || [ -n "$group" ] || sed -i 1d rows # what offices do not say
	[ "${1-}" != --by ] || group=$(sed -n '1s/^[^,]*,\([^,]*\),.*/\1/p' rows)
	head -1 rows | cut -d, -f"$columns" | numbers >by_verb
	set -- -i "$i" -p "$p" --figure "$which" "$@" ${group:+--group "$group"}
	ask explain "$@" >explained
	awk -F, -v row="$i,${group:-total}" '
		$1 == "result" { v[$2] = $6 }
		END { printf "%s,%s,", row, v["value"]
			if ("evolution" in v) printf "%s,%s,", v["previous"], v["evolution"]
			print v["offices"] }' explained | numbers >by_explain
	same "$i $p" "explain $*" by_verb by_explain
	awk -F, '$1 == "perimeter" && $5 == "in" { n++; sum += $6 }
		$1 == "result" && $2 == "offices" { offices = $6 }
		$1 == "sum" && $2 == "sum" && !said { said = 1; wanted = $6; one = $3 }
		$1 == "definition" && $2 == "over_offices" { adds = $8 == "sum" }
		END { if (n + 0 != offices) print one ": " n " in, " offices " counted"
			if (adds && n && (sum - wanted > 0.001 || wanted - sum > 0.001)) print one ": " sum " is not " wanted }' explained >odd
	[ ! -s odd ] || wrong "$i $p" "$(cat odd)"
	rt-observatory explain --db r.db --today $today "$@" --sql >query.sql || wrong "$i $p" "no query: $*"
	sqlite3 -csv r.db <query.sql | case $which in
	value) cut -d, -f1-3,6 ;;
	*) cat ;;
	esac | numbers >by_sql
	same "$i $p" "--sql $*" by_verb by_sql
}

for i in contacts_guichet demandes_total part_etrangers note_satisfaction ca_boutique_eur; do
	for p in 2025-08 2025-01..2025-06; do
		figure value totals 1,2,4,5 "$i" "$p"
		figure evolution evolution 1,2,4-7 "$i" "$p"
	done
done
figure value totals 1,2,4,5 contacts_guichet 2024-T3
figure value totals 1,2,4,5 contacts_guichet 2025-07 --by territory
figure evolution evolution 1,2,4-7 contacts_par_heure 2025-07 --by category
figure value totals 1,2,4,5 etp_total 2024
figure value totals 1,2,4,5 direction_pourvue 2024
figure evolution evolution 1,2,4-7 contacts_guichet 2025-08 --base 2023
figure evolution evolution 1,2,4-7 contacts_guichet 2024-06 --geography as_they_were

# index MONTH INDICATOR [OPTION...] - by season, by explain, from the figures it lists, by SQL
index() {
	month=$1 i=$2
	shift 2
	ask season -i "$i" "$@" | sed 1d >rows
	group=total
	case ${1-} in --by) group=$(sed -n '1s/^[^,]*,\([^,]*\),.*/\1/p' rows) ;; esac
	grep "^$i,$group,$month," rows | cut -d, -f1-6 | numbers >by_verb
	[ "$group" = total ] || set -- "$@" --group "$group"
	set -- -i "$i" --figure season --month "$month" "$@"
	ask explain "$@" >explained
	awk -F, -v row="$i,$group,$month" '$1 == "result" { v[$2] = $6 }
		END { print row "," v["index"] "," v["years"] "," v["offices"] }' explained |
		numbers >by_explain
	same "$i $month" "explain $*" by_verb by_explain
	awk -F, -v month="$month" -v row="$i,$group,$month" '
		$1 == "perimeter" && $5 == "in" { y = substr($4, 1, 4); in_[$2, y] = 1; n[y]++; whole[y] += $6 }
		$1 == "perimeter" && $5 == "merged" { split($8 $9, w, " "); with[$2] = substr(w[4], 1, 9) }
		$1 == "year" && $5 == "in" { years++; last = $2 }
		$1 == "value" && $6 != "" {
			y = substr($4, 1, 4); o = $2 in with ? with[$2] : $2
			if (!((o, y) in in_)) next
			all[y] += $6
			if (substr($4, 6) == month) x[y] += $6 }
		END { for (y in all) { sum += 1200 * x[y] / all[y]
				if (all[y] - whole[y] > 0.001 || whole[y] - all[y] > 0.001) print "year " y ": " all[y] " is not " whole[y] }
			printf "%s,%.9f,%d,%d\n", row, sum / years, years, n[last] }' explained | numbers >again
	same "$i $month" "the figures of explain $*" by_verb again
	rt-observatory explain --db r.db --today $today "$@" --sql >query.sql || wrong "$i" "no query: $*"
	sqlite3 -csv r.db <query.sql | numbers >by_sql
	same "$i $month" "--sql $*" by_verb by_sql
}

# statistics INDICATOR PERIOD [OPTION...] - those of distribution, by explain and from the ranks it lists
statistics() {
	i=$1 p=$2
	shift 2
	ask distribution -i "$i" -p "$p" "$@" >rows
	for which in min q1 median q3 max iqr mad mean sd; do
		awk -F, -v which="$which" 'NR == 1 { for (k = 1; k <= NF; k++) if ($k == which) at = k }
			NR == 2 { print "x,x," $at "," $4 "," $5 }' rows | numbers >by_verb
		ask explain -i "$i" -p "$p" --figure "$which" "$@" >explained
		awk -F, -v which="$which" '$1 == "result" { v[$2] = $6 }
			END { print "x,x," v[which] "," v["offices"] "," v["expected"] }' explained |
			numbers >by_explain
		same "$i $p" "explain --figure $which $*" by_verb by_explain
		awk -F, -v which="$which" '
			function q(x, n, p, h, k) { h = (n - 1) * p + 1; k = int(h)
				return k < n ? x[k] + (h - k) * (x[k + 1] - x[k]) : x[n] }
			$1 == "perimeter" && $5 == "in" { counted++ }
			$1 == "rank" { x[++n] = $6; sum += $6; if (n > 1 && x[n] < x[n - 1]) print "no order" }
			$1 == "distance" { d[++m] = $6 }
			$1 == "result" && $2 == "expected" { expected = $6 }
			END { for (k = 1; k <= n; k++) squares += (x[k] - sum / n) ^ 2
				v["min"] = x[1]; v["max"] = x[n]; v["median"] = q(x, n, 0.5)
				v["q1"] = q(x, n, 0.25); v["q3"] = q(x, n, 0.75)
				v["iqr"] = v["q3"] - v["q1"]; v["mean"] = sum / n
				v["sd"] = sqrt(squares / (n - 1))
				if (which == "mad") v["mad"] = 1.4826 * q(d, m, 0.5)
				if (counted != n) print counted " in, " n " in order"
				printf "x,x,%.9f,%d,%d\n", v[which], n, expected }' explained >again
		awk -F, 'NR == FNR { v = $3; next } NF != 5 || ($3 - v) ^ 2 > 1e-10 + 1e-16 * v * v' by_verb again >odd
		[ ! -s odd ] || wrong "$i $p" "$which from the ranks: $(cat odd) $(cat by_verb)"
	done
}

for m in 01 02 03 04 05 06 07 08 09 10 11 12; do index $m contacts_guichet; done
index 08 demandes_total
index 08 ca_boutique_eur
index 07 contacts_guichet --by territory
index 07 contacts_guichet --geography as_they_were
for i in contacts_guichet part_etrangers note_satisfaction ca_boutique_eur; do
	statistics "$i" 2025-08
done
statistics contacts_guichet 2025-01..2025-06
statistics contacts_guichet 2024-06 --geography as_they_were
statistics etp_total 2024
