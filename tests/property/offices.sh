#!/bin/sh
# SPDX-License-Identifier: MIT
# offices.sh - twelve real tourist offices, when their files stand beside the project: the same
# rows out of the platform's objects, of a table made from them, and of copies of that table
# as spreadsheets save them; and no second form changes what the first said.
set -u
data=$ROOT/../shared/data/offices
[ -d "$data" ] || { echo "no $data: skipped"; exit 77; }
failed=0
wrong() { echo "$1"; failed=1; }

objects=$data/datatourisme_offices_12.ndjson
table=$data/offices_12_utf8_virgule.csv
# semicolons between the cells: none has one, and no comma is inside one
grep -q ';' "$table" && wrong "$table holds semicolons"
grep -q '"' "$table" && wrong "$table holds quotes"
cp "$objects" objects.ndjson
cp "$table" table.csv
tr , ';' <"$table" | sed "s/$(printf '\302\240')/ /g; s/\$/$(printf '\r')/" |
	iconv -f utf-8 -t windows-1252 >windows.csv
{ printf '\377\376'; tr , '\t' <"$table" | sed "s/\$/$(printf '\r')/" | iconv -f utf-8 -t utf-16le; } >unicode.txt
{ echo '['; sed '$!s/$/,/' "$objects"; echo ']'; } >objects.json
sed -n 4p "$objects" >one.json
gzip -c "$objects" >packed.ndjson.gz
forms='objects.ndjson table.csv windows.csv unicode.txt objects.json packed.ndjson.gz'
# a workbook of the table, codes and coordinates as numbers; it takes a zip program to make
if command -v zip >/dev/null 2>&1; then
	tr , ';' <"$table" >cells.csv
	"$ROOT/tests/workbook" table.xlsx Offices cells.csv && forms="$forms table.xlsx"
fi

import() { rt-import --lang en --db "$1" --profile datatourisme "$2" 2>&1 | sed 's/.*: read/read/'; }
for form in $forms; do
	said=$(import "$form.db" "$form")
	[ "$said" = 'read 12 · new 12 · revised 0 · unchanged 0 · rejected 0' ] || wrong "$form: $said"
	rt-import --export offices --db "$form.db" -o "$form.rows.csv"
	cmp -s objects.ndjson.rows.csv "$form.rows.csv" || wrong "$form: other rows"
done
rt-import --export offices --db table.csv.db -o copy.xlsx
said=$(rt-import --lang en --db copy.db copy.xlsx 2>&1 | sed 's/.*: read/read/')
[ "$said" = 'read 12 · new 12 · revised 0 · unchanged 0 · rejected 0' ] || wrong "copy.xlsx: $said"
rt-import --export offices --db copy.db | cmp -s - objects.ndjson.rows.csv || wrong "copy.xlsx: other rows"

for first in objects.ndjson table.csv; do
	for second in $forms; do
		cp "$first.db" again.db
		said=$(import again.db "$second")
		case $first=$second=$said in
		"$first=$first"=* | objects.ndjson=packed*) ;; # the file itself: known, or read with nothing new
		*'=read 12 · new 0 · revised 0 · unchanged 12 · rejected 0') ;;
		*) wrong "$second after $first: $said" ;;
		esac
	done
	said=$(rt-import --lang en --db "$first.db" copy.xlsx 2>&1 | sed 's/.*: read/read/')
	[ "$said" = 'read 12 · new 0 · revised 0 · unchanged 12 · rejected 0' ] || wrong "copy.xlsx after $first: $said"
done
said=$(import table.csv.db one.json)
[ "$said" = 'read 1 · new 0 · revised 0 · unchanged 1 · rejected 0' ] || wrong "one.json: $said"

# the columns in another order, the headings in capitals
awk -F, -v OFS=, '{ for (i = NF; i > 0; i--) printf "%s%s", (NR == 1 ? toupper($i) : $i), (i > 1 ? OFS : "\n") }' \
	"$table" >turned.csv
said=$(import objects.ndjson.db turned.csv)
[ "$said" = 'read 12 · new 0 · revised 0 · unchanged 12 · rejected 0' ] || wrong "turned.csv: $said"

# what independent tools see in the table is what is kept
sed 1d "$table" | awk -F, '{ print $1, $4, $6, $7, $9 }' | sort >want
sed 1d objects.ndjson.rows.csv | awk -F, '{ print $1, $5, $4, $8, $9 }' | sort >got
cmp -s want got || { wrong 'codes differ:'; diff want got; }
exit $failed
