#!/bin/sh
# SPDX-License-Identifier: MIT
# widths - on terminals of 40 columns and more, no verb writes a line that is wider than they are. What may stick
# out is one word alone on its line, or behind what begins it: an address, the name of a file. Every verb of every
# tool is looked at, with the example network as it is all told.
set -u
script -qec true /dev/null </dev/null >/dev/null 2>&1 || exit 77
# shellcheck source=tests/property/network.inc
. "$ROOT/tests/property/network.inc"
export SOURCE_DATE_EPOCH=1757937600 RT_DB=e.db NO_COLOR=1

cp -R "$ROOT/share/example/." .
take() { rt-import -q "$@" 2>/dev/null || [ $? -eq 1 ] || wrong widths "rt-import $*"; }
take territoires.csv offices.csv grilles/202[34]-*.csv grilles/2025-0[1-8].csv
take actions.csv progress.csv partenaires.csv conventions.csv objectifs.csv cibles.csv activites.csv labels.csv \
	identifiants.csv mesures.csv calendrier.csv hebergements.csv perimetres.csv sessions.csv inscriptions.csv besoins.csv \
	etats-offices.csv actions-2026.csv
take -p 2023 enquete-2023.csv comptes-2023.csv
take -p 2024 enquete-2024.csv comptes-2024.csv
cat >asked <<'END'
rt-import --log
rt-import --kinds
rt-import --rules
rt-import --rules bad-period
rt-import --export offices
rt-import --export v_evolution
rt-import --detect envois
rt-status resolutions
rt-status resolutions --by challenge
rt-status resolutions --matrix
rt-status show A1
rt-status show P4
rt-status measures
rt-status agreements
rt-status partners
rt-status log
rt-status missing -p 2025
rt-status labels
rt-status check
rt-status reception
rt-status reception --by size
rt-observatory totals -p 2025-08
rt-observatory totals -p 2024 --by territory
rt-observatory values -p 2025-08
rt-observatory series -p 2025-01..2025-08
rt-observatory evolution -p 2025-08
rt-observatory evolution -p 2025-01..2025-08 --by epci
rt-observatory table -p 2024 --rows epci --columns month -i contacts_guichet
rt-observatory distribution -p 2024
rt-observatory completeness -p 2025
rt-observatory completeness -p 2025 --matrix
rt-observatory norm
rt-observatory norm --return -p 2024
rt-observatory season
rt-observatory season --method stl --components -i contacts_guichet
rt-observatory revisions -p 2025-08
rt-observatory calendar -p 2025-08
rt-observatory outliers -p 2025-08
rt-observatory indicators
rt-observatory explain -i contacts_guichet -p 2025-08
rt-observatory explain -i contacts_guichet -p 2025-08 -O OT-99-001
rt-observatory explain -i contacts_guichet -p 2025-08 --figure evolution
rt-observatory protect table.csv
rt-report monthly -p 2025-08
rt-report monthly -p 2025-08 --diffusion interne
rt-report board -p 2025-08
rt-report annual -p 2024
rt-report annual -p 2024 --diffusion interne
rt-report office OT-99-001 -p 2025-08 --diffusion interne
rt-report resolutions
rt-report labels
rt-report training -p 2025 --diffusion interne
rt-report weight -p 2024
rt-plan list
rt-plan ready
rt-plan late
rt-plan seed -n
rt-plan budget
rt-plan burndown
rt-plan check
rt-plan calendar
rt-plan gantt
rt-plan gantt --critical
rt-plan training
rt-plan training --by office
rt-plan training --access
rt-plan training --plan 2026
rt-plan training --convocations F-25-09
rt-plan merge --offices OT-99-001,OT-99-002
END
printf 'epci,mois,value,n,largest\nCC du Pays de Lormande,2025-07,120,5,40\nCC des Étangs de Vezelle,2025-07,80,2,70\n' >table.csv

# ---- none was forgotten; those that change the store answer in one line
for tool in import status observatory report plan; do
	rt-$tool --complete '' | cut -f1 | grep -v '^[-:]'
done | sort -u | grep -vxE 'set|add' >verbs
cut -d' ' -f2 asked | sort -u >looked
[ -z "$(comm -23 verbs looked)" ] || wrong widths "nobody looks at: $(comm -23 verbs looked | tr '\n' ' ')"

# ---- at WIDTH LANGUAGE - what is asked on standard input, on a terminal of that width
cat >ask.sh <<'END'
while read -r line; do
	printf '\036%s\n' "$line"
	$line --lang "$1" </dev/null 2>said || [ $? -eq 1 ] || { printf '\037'; cat said; }
done <now
END
at() {
	cat >now
	COLUMNS=$1 script -qec "sh ask.sh $2" /dev/null </dev/null | tr -d '\r' >shown
	[ "$(tr -cd '\036' <shown | wc -c)" -eq "$(wc -l <now)" ] || wrong "$1" 'not all was asked'
	awk -v width="$1" -v mark="$(printf '\036')" -v bad="$(printf '\037')" '
		substr($0, 1, 1) == mark { asked = substr($0, 2); questions++; next }
		substr($0, 1, 1) == bad { print asked " fails: " substr($0, 2); next }
		{
			lines++
			line = $0
			gsub(/[\200-\277]/, "", line)
			if (length(line) <= width) next
			word = $NF
			if (word ~ /@|\/.*[.]/ && $0 ~ /^(  [^ ]*|[^ ]*)$/) next
			if (told++ < 20) print asked ", " width " columns: " $0
		}
		END { if (lines < 3 * questions) print "only " lines + 0 " lines" }' shown >wide
	[ ! -s wide ] || { cat wide; exit 1; }
}
some 1 <asked | at 40 fr
some 1 <asked | at 60 en
some 4 <asked | at 80 fr
some 6 <asked | at 200 en
