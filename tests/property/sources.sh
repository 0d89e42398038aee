#!/bin/sh
# SPDX-License-Identifier: MIT
# sources.sh - every real file that stands beside the project, with the one command that reads it
# (rt-profiles(7) lists them): what comes in is what other tools count in the file.
set -u
data=$ROOT/../shared/data
[ -d "$data" ] || { echo "no $data: skipped"; exit 77; }
failed=0
wrong() { echo "$1"; failed=1; }
same() { [ "$2" = "$3" ] || wrong "$1: '$3', not '$2'"; }
cr=$(printf '\r')

# figures FILE OPTION... - rows.csv: what was read; its number of figures, of missing ones, their sum
figures() {
	file=$1
	shift
	rt-import --lang en --today 2026-11-24 "$@" "$file" >rows.csv 2>said
	awk -F, 'NR > 1 { n++; m += $(NF) == "m"; s += $(NF - 1) } END { printf "%d %d %.10g\n", n, m, s }' rows.csv
}
# summary - what the last line of `said` counts
summary() { sed -n '$s/.*: read/read/p' said; }
# register DB PROFILE FILE
register() { rt-import --lang en --today 2026-11-24 --db "$1" --profile "$2" "$3" 2>said; summary; }

# ---- series_fr: INSEE, three lines above the months and four -------------------------------
insee() { # FILE
	want=$(tr -d '"' <"$1" | awk -F';' '$1 ~ /^[12][0-9][0-9][0-9]-/ { n++; s += $2 } END { printf "%d 0 %.10g\n", n, s }')
	same "$1" "$want" "$(figures "$1" --profile insee)"
	same "$1, indicator" "$(sed -n 's/.*idBank";"\([0-9]*\).*/\1/p' "$1")" "$(sed 1d rows.csv | cut -d, -f2 | sort -u)"
}
insee "$data/series_fr/air_france_vols_interieurs_000439842.csv"
same '1982-01..2018-02' '1982-01 2018-02' "$(cut -d, -f3 rows.csv | sed 1d | sort | sed -n '1p;$p' | tr '\n' ' ' | sed 's/ $//')"
insee "$data/series_fr/creations_entreprises_010755537.csv"
same '2008-01..2026-02' '2008-01 2026-02' "$(cut -d, -f3 rows.csv | sed 1d | sort | sed -n '1p;$p' | tr '\n' ' ' | sed 's/ $//')"

# ---- eurostat: months across, flags, a colon for none ---------------------------------------
nights=$data/eurostat/tour_occ_nim_BE_LU.tsv
want=$(awk -F'\t' 'NR > 1 { for (i = 2; i <= NF; i++) { v = $i; n++; if (v ~ /^ *:/) m++; else { sub(/ [a-z]+ *$/, "", v); s += v } } }
	END { printf "%d %d %.10g\n", n, m, s }' "$nights")
same "$nights" "$want" "$(figures "$nights" --profile eurostat)"

# ---- museums_fr: one museum and year a line; some are published twice ------------------------
museums=$data/museums_fr/frequentation_musees_2012_2018_crlf.csv
want=$(sed "s/$cr\$//" "$museums" | awk -F';' 'NR > 1 { n += !seen[$1 "/" $5]++ } END { print n * 3 }')
got=$(figures "$museums" --profile musees)
same "$museums" "$want" "${got%% *}"

# ---- tourism_intl -----------------------------------------------------------------------------
dates=$data/tourism_intl/us_dates_total_tourists.csv
want=$(awk -F, 'NR > 1 { n++; s += $2 } END { printf "%d 0 %.10g\n", n, s }' "$dates")
same "$dates" "$want" "$(figures "$dates" --profile us-dates -O US -i touristes)"
same "$dates, February" "$(awk -F, '$1 == "2/1/2012" { print $2 + 0 }' "$dates")" "$(sed -n 's/.*,2012-02,\(.*\),$/\1/p' rows.csv)"
ships=$data/tourism_intl/tromso_passengers_monthly.csv
want=$(awk -F, 'NR > 1 { n++; s += $2 } END { printf "%d 0 %.10g\n", n, s }' "$ships")
same "$ships" "$want" "$(figures "$ships" -O TOS -i croisieres)"

# ---- divisions: territories with typed codes ----------------------------------------------------
for d in regions departements arrondissements communes_cut epci_cut; do
	file=$data/divisions/$d.json
	all=$(tr '{' '\n' <"$file" | grep -c '^"code":.*\("typeLiaison"\|"modeFinancement"\)')
	left=$(tr '{' '\n' <"$file" | grep -c '"type":"commune-\(deleguee\|associee\)"')
	want="read $all · new $((all - left)) · revised 0 · unchanged 0 · rejected 0"
	[ "$left" -eq 0 ] || want="$want · skipped $left"
	same "$file" "$want" "$(register t.db "${d%_cut}" "$file")"
done
rt-import --export territories --db t.db >territories.csv
same 'region 75 and département 75' 'DEP-75,Paris,departement,REG-11 REG-75,Nouvelle-Aquitaine,region,' \
	"$(grep -e '^DEP-75,' -e '^REG-75,' territories.csv | tr '\n' ' ' | sed 's/ $//')"
# every territory around one is there, but of the overseas parts that no region holds
sed 1d territories.csv | awk -F, '{ has[$1] = 1; up[$1] = $NF } END { for (c in up) if (up[c] != "" && !(up[c] in has)) print c, up[c] }' >orphans
[ -s orphans ] && { wrong 'territories in one that is not there:'; head -5 orphans; }

# ---- offices: the twelve are in offices.sh; places with their first zero lost --------------------
places=$data/offices/poi_datatourisme_cp_sans_zero_02_88.csv
want=$(sed "s/$cr\$//" "$places" | awk -F';' 'NR > 1 { n++; new += !seen[$1 "/" $6]++ } END { printf "read %d · new %d · revised 0 · unchanged %d · rejected 0\n", n, new, n - new }')
same "$places" "$want" "$(register p.db poi "$places")"
rt-import --export offices --db p.db >places.csv
zeros=$(sed "s/$cr\$//" "$places" | awk -F';' 'NR > 1 && length($5) == 4 && !seen[$1 "/" $6]++' | wc -l)
same 'zeros put back' "$zeros" "$(grep -c ',0[0-9][0-9][0-9][0-9],' places.csv)"
same 'zeros said' "$(sed "s/$cr\$//" "$places" | awk -F';' 'NR > 1 && length($5) == 4' | wc -l)" \
	"$(awk '/more warnings like/ { sub(/.*warning: /, ""); n += $1 } /lost-zero/ { n++ } END { print n }' said)"
same 'a coordinate' 49.898652 "$(sed -n 's/^Boutique Les Copains.*,02120,.*,\(49\.[0-9]*\),.*/\1/p' places.csv)"

# ---- dialects -------------------------------------------------------------------------------------
dialects=$data/dialects
cat >taux.ini <<'EOF'
[file]
kind = observations
[constants]
period = 2014
[columns]
NUMCOM = office
TXCOUVGLO_COM_2014 = figure taux_couverture
* = ignore
EOF
triple=$dialects/csv_detective_entete_triple.csv
want=$(sed "1,3d; s/$cr\$//" "$triple" | awk -F';' '!seen[$1]++ { n++; m += $7 == ""; s += $7 } END { printf "%d %d %.10g\n", n, m, s }')
same "$triple" "$want" "$(figures "$triple" --profile ./taux.ini --create offices,indicators)"
same "$triple, lines" 'read 406 · new 397 · revised 0 · unchanged 7 · rejected 0 · skipped 2' "$(summary)"

codes=$dialects/csv_detective_codes_zero.csv
same "$codes" 'read 6 · new 6 · revised 0 · unchanged 0 · rejected 0' "$(register c.db departements "$codes")"
same "$codes, zero" DEP-01,,departement,REG-01 "$(rt-import --export territories --db c.db | sed -n 2p)"

cat >pasting.ini <<'EOF'
[file]
kind = observations
decimal = point
[columns]
Year = indicator
EOF
pasting=$dialects/messytables_excel_pasting.csv
# lines 5 to 20 with their quoted thousands; a name may go on on the next line
want=$(sed "5,20!d; s/$cr\$//" "$pasting" | awk 'BEGIN { FS = "\"" } { line = held $0; if (gsub(/"/, "\"", line) % 2) { held = line " "; next } held = ""; $0 = line
	for (i = 2; i <= NF; i += 2) gsub(/,/, "", $i); line = ""; for (i = 1; i <= NF; i++) line = line $i
	k = split(line, f, ","); for (i = k - 7; i <= k; i++) { n++; s += f[i] } } END { printf "%d 0 %.10g\n", n, s }')
same "$pasting" "$want" "$(figures "$pasting" --profile ./pasting.ini -O UK --create offices,indicators)"
same "$pasting, 13 kinds of 8 years" 104 "${want%% *}"

cat >gasto.ini <<'EOF'
[file]
kind = observations
[constants]
office = MX
indicator = GF {GF}|F {F}|SF {SF}
period = 2011
[columns]
Gasto total 2011 = value
* = ignore
EOF
spanish=$dialects/messytables_spanish_latin1.csv
got=$(figures "$spanish" --profile ./gasto.ini --create offices,indicators)
same "$spanish" 106 "${got%% *}"
same "$spanish, the first" 229932.5 "$(sed -n 's/^MX,GF Gobierno,2011,\(.*\),$/\1/p' rows.csv)"
same "$spanish, accents" 1 "$(grep -c '^MX,F Legislación,2011,10105.4,$' rows.csv)"
# "Otros" is the name of eight lines with eight values
same "$spanish, lines" 'read 115 · new 106 · revised 0 · unchanged 0 · rejected 8 · skipped 1' "$(summary)"

same 'a header alone' 3 "$(rt-import --lang en "$dialects/messytables_utf8bom.csv" >/dev/null 2>said; echo $?)"
grep -q 'no-rows' said || wrong "a header alone: $(cat said)"

cat >ventes.ini <<'EOF'
[file]
kind = observations
periods = %d/%m/%Y
[columns]
DATE = period
PRODUCTID = office
Qty = figure quantite
* = ignore
EOF
want=$(awk -F';' 'NR > 1 { n++; s += $3 } END { printf "%d 0 %.10g\n", n, s }' "$dialects/sniffer_file_field_delimiter_0x3B.csv")
sniffed() { # FILE DELIMITER QUOTE LINES
	file=$dialects/sniffer_file_$1.csv
	same "$file" "$want" "$(figures "$file" --profile ./ventes.ini --create offices,indicators)"
	same "$file, lines" "$4" "$(summary)"
	rt-import --detect --lang en --profile ./ventes.ini --create offices,indicators "$file" >seen
	same "$file, delimiter" "$2" "$(sed -n 's/^delimiter,"*\(TAB\|.\)"*,.*/\1/p' seen)"
	same "$file, quote" "$3" "$(sed -n 's/^quote,"*\(.\)"*,.*/\1/p' seen | sed 's/^$/"/')"
}
once='read 83 · new 83 · revised 0 · unchanged 0 · rejected 0'
twice='read 166 · new 83 · revised 0 · unchanged 82 · rejected 0 · skipped 1'
sniffed field_delimiter_0x3B ';' '"' "$once"
sniffed field_delimiter_0x9 TAB '"' "$once"
sniffed header_multirow_2 , '"' 'read 84 · new 83 · revised 0 · unchanged 0 · rejected 0 · skipped 1'
sniffed multitable_same ';' '"' "$twice"
sniffed preamble , '"' "$once"
sniffed quotation_char_0x27 , "'" "$once"
sniffed record_delimiter_0xD , '"' "$once"
exit $failed
