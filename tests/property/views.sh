#!/bin/sh
# SPDX-License-Identifier: MIT
# The views against the tools, on networks at random with mergers, bureaux, openings, breaks and offices
# that are not concerned: totals, completeness and evolutions of every period, to the last digit. An
# office that split, and its parts, are in no comparison of a view. What --export writes of a view is
# what SQLite says of it, numbers as numbers.
# shellcheck source=tests/property/network.inc
set -e
. "$ROOT/tests/property/network.inc"
command -v sqlite3 >/dev/null || exit 77
day='--today 2025-01-10'

# world SEED - offices.csv, events.csv, breaks.csv, figures.csv. The bureaux of an office all answer in
# 2023: that the same ones answer twice and others never is what the views leave out.
world() {
	awk -v seed="$1" 'BEGIN {
		srand(seed)
		split("contacts_guichet demandes_telephone ca_boutique_eur avis_nb abonnes_sociaux", code, " ")
		offices = 5 + int(rand() * 6)
		print "code,name,territory,opened_on,closed_on,merged_into,bureau_of" >"offices.csv"
		print "date,type,office,into" >"events.csv"
		for (o = 1; o <= offices; o++) {
			opened[o] = "2000-01-01"; closed[o] = "9999-12-31"; into = bureau = ""
			if (rand() < 0.2) opened[o] = "2024-0" 1 + int(rand() * 9) "-01"
			if (o > 3 && rand() < 0.3) {
				closed[o] = sprintf("202%d-%02d-%02d", 3 + int(rand() * 2), 1 + int(rand() * 12), 1 + int(rand() * 28))
				if (closed[o] <= opened[o]) closed[o] = "2024-12-31"
				into = "OT-" 1 + int(rand() * (o - 1))
			} else if (o > 3 && rand() < 0.35) {
				mother[o] = 1 + int(rand() * 2)
				bureau = "OT-" mother[o]
				has[mother[o]] = 1
			}
			printf "OT-%d,Office %d,T%d,%s,%s,%s,%s\n", o, o, 1 + o % 2, opened[o],
				closed[o] ~ /^9/ ? "" : closed[o], into, bureau >"offices.csv"
			if (bureau && rand() < 0.4)
				printf "2024-%02d-01,transformation_en_bit,OT-%d,%s\n", 1 + int(rand() * 12), o, bureau >"events.csv"
		}
		print "office,indicator,date,reason" >"breaks.csv"
		for (n = rand() * 3; n > 1; n--)
			printf "%s,%s,202%d-%02d-01,no %d\n", rand() < 0.3 ? "" : "OT-" 1 + int(rand() * offices),
				code[1 + int(rand() * 5)], 3 + int(rand() * 2), 1 + int(rand() * 12), n >"breaks.csv"
		print "office,indicator,period,value" >"figures.csv"
		for (y = 2023; y <= 2024; y++) for (m = 1; m <= 12; m += 2) for (i = 1; i <= 5; i++)
			for (o = 1; o <= offices; o++) {
				period = sprintf("%d-%02d", y, m)
				if (period "-28" < opened[o] || period "-01" > closed[o]) continue
				if (has[o] && rand() < 0.7 || rand() < (mother[o] ? (y - 2023) * 0.2 : 0.12)) continue
				value = code[i] == "ca_boutique_eur" ? sprintf("%.2f", rand() * 5000 - 50) : int(rand() * 900)
				r = rand()
				if (mother[o] && y == 2023) r = 1
				if (r < 0.05) value = "n.d."; else if (r < 0.1) value = "ferme"; else if (r < 0.15) value = "non concerne"
				printf "OT-%d,%s,%s,%s\n", o, code[i], period, value >"figures.csv"
			}
	}'
}

ask() { sqlite3 -csv r.db "$1" | sed 's/\.0\(,\|$\)/\1/g; s/\.0,/,/g'; }
# shellcheck disable=SC2086 # words are meant
tool() { rt-observatory "$@" --db r.db $day --format csv | sed 1d; }
ours='contacts_guichet,demandes_telephone,ca_boutique_eur,avis_nb,abonnes_sociaux'

compared=0
for seed in $(seeds 901 6); do
	rm -f ./*.db* ./*.csv
	world "$seed"
	# shellcheck disable=SC2086
	rt-import -q --create territories --db r.db $day offices.csv || [ $? -eq 1 ]
	for file in events breaks figures; do
		# shellcheck disable=SC2086
		[ "$(wc -l <$file.csv)" -eq 1 ] || rt-import -q --db r.db $day $file.csv || [ $? -eq 1 ]
	done
	for period in $(cut -d, -f3 figures.csv | grep 2024 | sort -u | some 2); do
		tool evolution -p "$period" -i "$ours" | awk -F, -v OFS=, '$7 > 0 { print $1, $4, $5, $6, $7, $8, $9 }' | sort >want
		ask "SELECT indicator, value, previous, evolution, offices, expected, coverage FROM v_evolution
			WHERE period = '$period' ORDER BY indicator" >got
		# where nobody has a year before, the tool weighs by something else
		awk -F, -v OFS=, 'NR == FNR { if ($7 == "") none[$1]; next } { if ($1 in none) $7 = ""; print }' got want >wanted
		same "$seed" "evolution, $period" wanted got
		compared=$((compared + $(wc -l <got)))
		tool totals -p "$period" -i "$ours" | awk -F, -v OFS=, '$5 > 0 { print $1, $4, $5 }' | sort >want
		ask "SELECT indicator, sum(units) / scale, count(*) FROM v_current JOIN v_scale USING (decimals)
			WHERE period = '$period' AND status = 'value' GROUP BY indicator ORDER BY indicator" >got
		same "$seed" "totals, $period" want got
		# the tool counts bureaux through their office
		! cut -d, -f7 offices.csv | sed 1d | grep -q . || continue
		tool completeness -p "$period" -i "$ours" | awk -F, -v OFS=, '{ print $1, $3, $4, $7, $8 }' | sort >want
		ask "SELECT indicator, sum(CASE WHEN status <> 'not_concerned' THEN 1 ELSE 0 END),
			sum(CASE WHEN status = 'value' THEN 1 ELSE 0 END),
			sum(CASE WHEN status = 'not_concerned' THEN 1 ELSE 0 END),
			sum(CASE WHEN status IN ('silent', 'missing') THEN 1 ELSE 0 END)
			FROM v_expected WHERE period = '$period' GROUP BY indicator ORDER BY indicator" >got
		# the view knows no figure that nobody has
		awk -F, 'NR == FNR { told[$1]; next } $1 in told' got want >wanted
		same "$seed" "completeness, $period" wanted got
	done
done
[ "$compared" -ge 5 ] || wrong 0 "only $compared evolutions"

# what is cut in two has nothing to be compared with, as long as nothing says how much went where
printf 'date,type,office,into\n2024-01-01,scission,OT-1,OT-2\n' >split.csv
# shellcheck disable=SC2086
rt-import -q --db r.db $day split.csv || [ $? -eq 1 ]
[ "$(ask "SELECT count(*) FROM v_compared JOIN v_unit USING (unit) WHERE office IN ('OT-1', 'OT-2') AND counts = 1
	AND period BETWEEN '2024-01' AND '2024-12'")" = 0 ] || wrong split 'an office that split is compared'
[ "$(ask 'SELECT count(*) > 0 FROM v_compared WHERE counts = 1')" = 1 ] || wrong split 'nothing is compared'

# every view as JSON, by SQLite and by us
cp -R "$ROOT/share/example/." .
# shellcheck source=tests/databases/network.inc
. "$ROOT/tests/databases/network.inc"
make_store e.db grilles/2024-08.csv grilles/2025-0[78].csv
change_store e.db
sqlite3 e.db "SELECT v.name, group_concat('''' || c.name || ''', ' || c.name, ', '), group_concat(c.cid + 1, ', ')
	FROM sqlite_schema AS v, pragma_table_info(v.name) AS c WHERE v.type = 'view' GROUP BY v.name" >views
while IFS='|' read -r view columns order; do
	sqlite3 e.db "SELECT json_object($columns) FROM (SELECT * FROM $view ORDER BY $order)" |
		sed 's/\(:-\{0,1\}[0-9][0-9]*\)\.0\([,}]\)/\1\2/g' >want
	rt-import --export "$view" --db e.db --format jsonl >got
	same "$view" 'as SQLite has it' want got
	[ -s got ] || wrong "$view" 'it has no row: nothing was compared'
done <views
