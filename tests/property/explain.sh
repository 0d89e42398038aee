#!/bin/sh
# SPDX-License-Identifier: MIT
# What explain says of a figure is that figure: its last part is the row of `totals` and
# `evolution`, the offices it counts sum up to it, and its SQL, run by the sqlite3 shell on the store,
# gives it again. Over the example network (mergers, offices that open, derived indicators).
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
