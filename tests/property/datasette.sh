#!/bin/sh
# SPDX-License-Identifier: MIT
# datasette - share/sql/datasette.json beside a store: all it has is there, what it does not serve it refuses, and
# no table is served; its questions answer what the tools do, of the copy that the recipe of rt-peers(7) serves, which
# nothing may write beside. Where there is a datasette it is asked itself: served.sh.
# shellcheck source=tests/property/network.inc
. "$ROOT/tests/property/network.inc"
for program in sqlite3 jq; do
	command -v $program >/dev/null || exit 77
done
metadata=$ROOT/share/sql/datasette.json
export SOURCE_DATE_EPOCH=1757937600 RT_DB=relais.db
cp -R "$ROOT/share/example/." .
rt-import -q territoires.csv offices.csv grilles/202[45]-0[1-8].csv actions.csv actions-2026.csv || exit 1
rt-report monthly -q -p 2025-08 --publish -o note.html || exit 1
mkdir bureau
rt-import -q --backup bureau/relais.db || exit 1

# ---- every table and view is either served or refused; those that are served are views
jq -e '.allow_sql == false and .databases.relais.allow_sql == false' "$metadata" >/dev/null || wrong metadata 'any SQL is run'
jq -r '.databases.relais.tables | keys[]' "$metadata" | sort >named
sqlite3 relais.db "SELECT name FROM pragma_table_list WHERE schema = 'main'" | sort >there
same metadata 'what is named, and what is there' there named
jq -r '.databases.relais.tables | to_entries[] | select(.value.allow != false) | .key' "$metadata" | sort >served
[ "$(grep -c '^v_' served)" -ge 20 ] || wrong metadata 'views are not served'
! grep -v '^v_' served || wrong metadata 'a table is served'
jq -e '[.databases.relais.tables[] | select(.allow == false) | .hidden] | all' "$metadata" >/dev/null || wrong metadata 'what is refused is shown'
for secret in v_batch v_confirmation v_history v_identifier; do
	! grep -qx $secret served || wrong metadata "$secret is served"
done
jq -r '.databases.relais.tables | to_entries[] | .key as $view | .value.facets // [] | .[] | "SELECT \(.) FROM \($view) LIMIT 0;"' "$metadata" >facets
[ -s facets ] || wrong metadata "no facet"
sqlite3 relais.db <facets || wrong metadata 'a facet is not there'

# ---- asks QUESTION [NAME VALUE]... - rows of a question, of a file that is taken never to change
asks() {
	question=$1
	shift
	{
		echo .parameter init
		for name in period indicator day; do printf '%s\n' ".parameter set :$name \"''\""; done
		while [ $# -gt 0 ]; do
			printf '%s\n' ".parameter set :$1 \"'$2'\""
			shift 2
		done
		jq -er ".databases.relais.queries.$question.sql + \";\"" "$metadata"
	} | sqlite3 -csv "file:bureau/relais.db?immutable=1"
}
tool() { "$@" --format csv | sed 1d; }
asks manquants period 2025-08 | cut -d, -f1,3,4 | sort >said
tool rt-status missing -p 2025-08 | cut -d, -f1,3,4 | sort >told
same manquants 'rows' said told
asks manquants | cut -d, -f4 | sort -u >said
echo 2025-08 >told
same manquants 'the last month' said told
asks evolutions period 2025-08 | cut -d, -f1,2,5,6 | sed 's/\.0,/,/' >said
tool rt-observatory evolution -p 2025-08 | cut -d, -f1,3,6,7 | awk -F, 'NR == FNR { asked[$1] = 1; next } $1 in asked' said - >told
same evolutions 'rows' said told
[ "$(wc -l <said)" -ge 8 ] || wrong evolutions 'few indicators'
asks territoires indicator contacts_guichet period 2025-07 | tr -d '"' | cut -d, -f1,5,6 | sed 's/\.0,/,/' >said
tool rt-observatory evolution -p 2025-07 -i contacts_guichet --by epci | cut -d, -f2,6,7 >told
same territoires 'rows' said told
asks retards day 2025-09-15 | cut -d, -f1 >said
tool rt-plan late | cut -d, -f1 >told
same retards 'rows' said told
asks publie | awk -F, '$3 == "channels" && $4 == "level"' | cut -d, -f5-8 >said
tool rt-report monthly -q -p 2025-08 | awk -F, '$1 == "channels" && $2 == "level" && $6 != ""' | cut -d, -f3-6 >told
same publie 'rows' said told
[ -s said ] || wrong publie 'nothing'
[ "$(ls bureau)" = relais.db ] || wrong bureau 'something is beside the copy'
# each of its questions was asked
jq -r '.databases.relais.queries | keys[]' "$metadata" | while read -r question; do
	grep -q "^asks $question" "$ROOT/tests/property/datasette.sh" || echo "$question"
done >said
[ ! -s said ] || wrong metadata "nobody asks: $(tr '\n' ' ' <said)"
