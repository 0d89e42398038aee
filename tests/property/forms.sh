#!/bin/sh
# SPDX-License-Identifier: MIT
# forms.sh - what a file is dressed in changes nothing. Every text of the command-line cases that
# can be imported, in other encodings, line ends, delimiters and quotes: the same figures, and
# --detect understands the same and counts what the import counts. Then small networks as
# grids of every shape, their columns in any order, and as workbooks.
# shellcheck source=tests/property/network.inc
. "$ROOT/tests/property/network.inc"
set -u
failed=0
wrong() { echo "$1"; failed=1; }

# redress FROM TO QUOTES - a delimited text with another delimiter; QUOTES: 1, around each cell
cat >redress.awk <<'AWK'
function put(cell,   q) {
	q = all || index(cell, to) || cell ~ /["\n\r]/ || cell ~ /^ | $/
	gsub(/"/, "\"\"", cell)
	printf "%s%s", n++ ? to : "", q ? "\"" cell "\"" : cell
}
BEGIN { RS = "\001"; if (from == "TAB") from = "\t"; if (to == "TAB") to = "\t" }
{
	length_ = length($0); cell = ""; n = 0
	for (i = 1; i <= length_; i++) {
		c = substr($0, i, 1)
		if (quoted) {
			if (c != "\"") cell = cell c
			else if (substr($0, i + 1, 1) == "\"") { cell = cell "\""; i++ }
			else quoted = 0
		} else if (c == "\"" && cell == "") quoted = 1
		else if (c == from) { put(cell); cell = "" }
		else if (c == "\n") { if (n || cell != "") put(cell); print ""; n = 0; cell = "" }
		else if (c != "\r") cell = cell c
	}
	if (n || cell != "") { put(cell); print "" }
}
AWK
redress() { awk -v from="$1" -v to="$2" -v all="${3:-0}" -f redress.awk; }

# understood FILE - what --detect says of it, its bytes apart
understood() {
	rt-import --detect --format csv "$1" >all.detect 2>/dev/null
	grep -vE '^(file|encoding|delimiter|quote|sheet),' all.detect
}
counts() { sed -n 's/.*: read \([0-9]*\) .* rejected \([0-9]*\)/\1 \2/p' "$1" | sed 's/ · skipped / /'; }

# dressed NAME FORM FILE - is it what original.* says?
dressed() {
	rt-import "$3" >form.csv 2>form.err
	counts form.err >form.counts
	understood "$3" >form.detect
	for what in csv counts detect; do
		cmp -s "original.$what" "form.$what" && continue
		wrong "$1, $2: other $what"
		diff "original.$what" "form.$what" | head -4
	done
}

files=$(cd "$ROOT/tests/cli" && find ./*/*/in -type f | LC_ALL=C sort)
files=$(echo "$files" | some 2)
tried=0
mkdir -p form
for file in $files; do
	name=${file##*/} path=$ROOT/tests/cli/$file
	case $name in *.csv | *.txt | *.tsv) ;; *) continue ;; esac
	iconv -f UTF-8 -t UTF-8 "$path" >/dev/null 2>&1 || continue
	rt-import "$path" >original.csv 2>original.err
	[ $? -le 1 ] || continue
	grep -q '\[mojibake\]' original.err && continue # in Windows-1252 it is what it was meant to be
	tried=$((tried + 1))
	counts original.err >original.counts
	understood "$path" >original.detect
	said="$(sed -n 's/^read,\([0-9]*\),.*/\1/p' original.detect) $(sed -n 's/^rejected,\([0-9]*\),.*/\1/p' original.detect)"
	[ "$said" = "$(sed 's/^\([0-9]* [0-9]*\).*/\1/' original.counts)" ] ||
		wrong "$file: --detect counts $said, the import $(cat original.counts)"
	mark=$(sed -n 's/^delimiter,"\{0,1\}\([^",]*,\{0,1\}\)"\{0,1\},.*/\1/p' all.detect)
	bare=form/bare.txt new=form/$name
	sed '1s/^\xEF\xBB\xBF//; s/\r$//' "$path" >$bare
	# a line end inside quotes is of the cell
	case $((tried % 3))$(grep -c '"' $bare) in
	00) end=CRLF; sed 's/$/\r/' $bare >form/ended ;;
	10) end=CR; tr '\n' '\r' <$bare >form/ended ;;
	*) end=LF; cp $bare form/ended ;;
	esac
	case $((tried % 4)) in
	0) (printf '\357\273\277'; cat form/ended) >"$new"; form=BOM ;;
	1) (printf '\377\376'; iconv -f UTF-8 -t UTF-16LE form/ended) >"$new"; form=UTF-16LE ;;
	2) (printf '\376\377'; iconv -f UTF-8 -t UTF-16BE form/ended) >"$new"; form=UTF-16BE ;;
	3) iconv -f UTF-8 -t WINDOWS-1252 form/ended >"$new" 2>/dev/null || cp form/ended "$new"; form=1252 ;;
	esac
	dressed "$file" "$form $end" "$new"
	to=$(printf ';,|' | cut -c$((tried % 3 + 1)))
	[ "$to" != "$mark" ] || to=TAB
	# these headings with commas are our own: their points are decimal
	! head -1 $bare | grep -qE '^office[,;]indicator[,;]period[,;]value' || to=$mark
	redress "$mark" "$to" $((tried % 2)) <$bare >"$new"
	dressed "$file" "'$to' for '$mark', quotes $((tried % 2))" "$new"
done
[ "$tried" -gt 0 ] || wrong 'no file was tried'

# ---- shapes ------------------------------------------------------------------------------
# grid ACROSS HEADINGS - long.csv with `office`, `indicator` or `period` across; 2: month and year, or
# indicator and year, on two lines. Columns in an order that SEED makes.
cat >grid.awk <<'AWK'
function heading(v) {
	if (across != "period" || plain) return v
	return name[substr(v, 6) + 0] " " substr(v, 1, 4)
}
function cell(v, flag) {
	if (v != "") { sub(/\./, ",", v); return v }
	return flag == "z" ? "fermé" : flag == "m" ? "n.d." : ""
}
BEGIN {
	FS = ","; srand(seed)
	split("janv. févr. mars avril mai juin juil. août sept. oct. nov. déc.", name, " ")
	at = across == "office" ? 1 : across == "indicator" ? 2 : 3
}
NR > 1 {
	column = $at; $at = ""; key = $1 ";" $2 ";" $3
	gsub(/;;/, ";", key); sub(/^;/, "", key); sub(/;$/, "", key)
	if (!(key in rows)) { rows[key] = ++nrows; order[nrows] = key }
	if (!(column in columns)) { columns[column] = ++ncolumns; heads[ncolumns] = column }
	value[key, column] = cell($4, $5)
}
END {
	for (i = ncolumns; i > 1; i--) {
		j = 1 + int(rand() * i); t = heads[i]; heads[i] = heads[j]; heads[j] = t
	}
	printf "%s", at == 1 ? "Indicateur;Mois" : at == 2 ? "OT;Mois" : "OT;Indicateur"
	for (i = 1; i <= ncolumns; i++) printf ";%s", heading(heads[i])
	print ""
	for (r = 1; r <= nrows; r++) {
		printf "%s", order[r]
		for (i = 1; i <= ncolumns; i++) printf ";%s", value[order[r], heads[i]]
		print ""
	}
}
AWK

# dense - a line for each office, indicator and month of figures.csv: a grid's empty cell is a figure missing
dense() {
	rt-import -q figures.csv | awk -F, -v OFS=, 'NR == 1 { print; next }
		{ o[$1]; i[$2]; p[$3]; line[$1, $2, $3] = $0 }
		END { for (a in o) for (b in i) for (c in p)
			print ((a, b, c) in line) ? line[a, b, c] : a "," b "," c ",,m" }'
}
for seed in $(seq 1 "$([ "${ROUNDS:-25}" -lt 25 ] && echo 1 || echo 4)"); do
	network "$seed"
	dense >long.csv
	rt-import -q long.csv >long.norm
	rt-import -q --db known.db --create territories offices.csv
	for across in office indicator period; do
		awk -v across=$across -v seed="$seed" -f grid.awk long.csv >grid.csv
		# offices across are known by the register, or nothing says what they are
		rm -f k.db && cp known.db k.db
		rt-import -q --db k.db grid.csv && rt-import --export observations --db k.db >grid.norm
		cmp -s long.norm grid.norm || wrong "network $seed, $across across: other figures"
		rt-import --detect --db known.db grid.csv >grid.detect
		grep -q "^shape,${across}s across," grid.detect || wrong "network $seed: $across across is not seen"
		grep -q "^read,$(($(wc -l <long.csv) - 1))," grid.detect || wrong "network $seed, $across across: other count"
		if command -v zip >/dev/null; then
			sed 's/,\([0-9]\)/.\1/g' grid.csv >points.csv
			"$ROOT/tests/workbook" grid.xlsx Grille points.csv
			rm -f k.db && cp known.db k.db
			rt-import -q --db k.db grid.xlsx && rt-import --export observations --db k.db >book.norm
			cmp -s long.norm book.norm || wrong "network $seed, $across across in a workbook: other figures"
		fi
	done
	rm -f ./*.db*
done
[ $failed = 0 ]
