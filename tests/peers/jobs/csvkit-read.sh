#!/bin/sh
# SPDX-License-Identifier: MIT
# the headings have a typographic apostrophe
# shellcheck disable=SC1112
for grid in grilles/2024-*.csv; do
	month=${grid#grilles/}
	iconv -f WINDOWS-1252 -t UTF-8 "$grid" | sed -n '/^Code office;/,$p' | csvformat -d ';' | csvgrep -c 'Code office' -r '^OT-' |
		sed "1s/^/period,/; 2,\$s/^/${month%.csv},/" >"part-${month%.csv}.csv"
done
csvstack part-*.csv >grid.csv
for pair in 'Contacts guichet=contacts_guichet' 'dont étrangers=contacts_etrangers' 'Hors les murs=contacts_hors_murs' \
	'Téléphone=demandes_telephone' 'Courriels et courriers=demandes_ecrites' 'Tchat et réseaux=demandes_numeriques' \
	'Sessions web=sessions_web' 'CA boutique=ca_boutique_eur' 'Avis=avis_nb' 'Note moyenne=note_satisfaction' \
	'Heures d’ouverture=heures_ouverture'; do
	printf '%s' "${all-}"
	all=' union all '
	printf "select \"Code office\" as office, '%s' as indicator, period, replace(replace(replace(replace(\"%s\",' ',''),char(160),''),char(8239),''),',','.') as value from grid" "${pair#*=}" "${pair%=*}"
done >union.sql
csvsql --no-inference --query "select * from ($(cat union.sql)) where value glob '[0-9]*'" grid.csv
