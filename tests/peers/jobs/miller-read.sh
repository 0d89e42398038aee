#!/bin/sh
# SPDX-License-Identifier: MIT
# Miller has words and variables of its own
# shellcheck disable=SC1010,SC1112,SC2016
for grid in grilles/2024-*.csv; do
	month=${grid#grilles/}
	iconv -f WINDOWS-1252 -t UTF-8 "$grid" | sed -n '/^Code office;/,$ { s/\xc2\xa0//g; p; }' |
		mlr -S --icsv --ifs ';' --ocsv --allow-ragged-csv-input filter '${Code office} =~ "^OT-"' \
			then rename 'Code office,office,Contacts guichet,contacts_guichet,dont étrangers,contacts_etrangers' \
			then rename 'Hors les murs,contacts_hors_murs,Téléphone,demandes_telephone,Courriels et courriers,demandes_ecrites' \
			then rename 'Tchat et réseaux,demandes_numeriques,Sessions web,sessions_web,CA boutique,ca_boutique_eur' \
			then rename 'Avis,avis_nb,Note moyenne,note_satisfaction,Heures d’ouverture,heures_ouverture' \
			then cut -x -f Office,Mois then reshape -r '^[a-z]+_[a-z_]+$' -o indicator,value \
			then put '$value = gsub(gsub($value, " ", ""), ",", "."); $period = "'"${month%.csv}"'"' \
			then filter '$value =~ "^[0-9.]+$"' then cut -o -f office,indicator,period,value
done | mlr --csv --allow-ragged-csv-input filter '$office != "office"'
