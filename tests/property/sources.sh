#!/bin/sh
# SPDX-License-Identifier: MIT
# sources.sh - the real files that the profiles were made for, when they stand beside the project:
# each gives as many figures as it holds.
set -u
data=$ROOT/../shared/data
[ -d "$data" ] || { echo "no $data: skipped"; exit 77; }
failed=0
check() { # FIGURES FILE OPTION...
	want=$1 file=$2
	shift 2
	got=$(rt-import -q --today 2026-11-24 "$@" "$file" | tail -n +2 | wc -l)
	[ "$got" -eq "$want" ] || { echo "$file: $got, not $want"; failed=1; }
}
check 434 "$data/series_fr/air_france_vols_interieurs_000439842.csv" --profile insee
check 218 "$data/series_fr/creations_entreprises_010755537.csv" --profile insee
check 26040 "$data/eurostat/tour_occ_nim_BE_LU.tsv" --profile eurostat
check 25044 "$data/museums_fr/frequentation_musees_2012_2018_crlf.csv" --profile musees
check 12 "$data/offices/offices_12_utf8_virgule.csv" --profile datatourisme
check 96 "$data/tourism_intl/us_dates_total_tourists.csv" --profile us-dates -O US -i touristes
check 49 "$data/tourism_intl/tromso_passengers_monthly.csv" -O TOS -i croisieres
exit $failed
