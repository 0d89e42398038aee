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

# Each start of a program counts here, by the thousand: what is to be known of a file is asked of one awk.
cat >said.awk <<'AWK'
# slurp FILE - all of it
function slurp(file,   keep, all, part, between) {
	keep = RS; RS = "\001"; all = between = ""
	while ((getline part <file) > 0) { all = all between part; between = "\001" }
	close(file); RS = keep
	return all
}
# counts FILE - what an import counted: read, rejected, skipped
function counts(file,   all, line) {
	all = ""
	while ((getline line <file) > 0)
		if (line ~ /: read [0-9]* .* rejected [0-9]*/) {
			sub(/.*: read /, "", line); sub(/ .* rejected /, " ", line); sub(/ · skipped /, " ", line)
			all = all line "\n"
		}
	close(file)
	return all
}
# understood FILE - what --detect says of it, its bytes apart; `saw` has the second cells
function understood(file,   all, line) {
	all = ""
	while ((getline line <file) > 0) {
		if (line ~ /^(file|encoding|delimiter|quote|sheet),/) {
			if (line ~ /^delimiter,/) mark = line
		} else
			all = all line "\n"
		if (line ~ /^(read|rejected),/) { split(line, cell, ","); saw[cell[1]] = cell[2] }
	}
	close(file)
	return all
}
AWK

# look.awk - of an original that was read: writes form/ended, with a byte order mark where it is UTF-8,
# form/other, and what the shell must know: encoding, line end, delimiters, quotes
cat >look.awk <<'AWK'
function put(cell,   q) {
	q = quotes || index(cell, to) || cell ~ /["\n\r]/ || cell ~ /^ | $/
	gsub(/"/, "\"\"", cell)
	printf "%s%s", n++ ? to : "", q ? "\"" cell "\"" : cell >"form/other"
}
# redress - the text with another delimiter, quotes around each cell or where they are needed
function redress(text,   i, c, cell, quoted, length_) {
	length_ = length(text); cell = ""; n = 0; quoted = 0
	printf "" >"form/other"
	for (i = 1; i <= length_; i++) {
		c = substr(text, i, 1)
		if (quoted) {
			if (c != "\"") cell = cell c
			else if (substr(text, i + 1, 1) == "\"") { cell = cell "\""; i++ }
			else quoted = 0
		} else if (c == "\"" && cell == "") quoted = 1
		else if (c == from) { put(cell); cell = "" }
		else if (c == "\n") { if (n || cell != "") put(cell); print "" >"form/other"; n = 0; cell = "" }
		else if (c != "\r") cell = cell c
	}
	if (n || cell != "") { put(cell); print "" >"form/other" }
}
function name(mark) { return mark == "\t" ? "TAB" : mark }
BEGIN {
	had = counts("original.err")
	understood("original.detect")
	split(had, number, /[ \n]/)
	if (saw["read"] " " saw["rejected"] != number[1] " " number[2]) {
		print "wrong --detect counts " saw["read"] " " saw["rejected"] ", the import " had
		exit
	}
	sub(/^delimiter,/, "", mark)
	if (mark ~ /^"/) mark = substr(mark, 2, 1)
	else sub(/,.*/, "", mark)

	bare = slurp(path)
	sub(/^\357\273\277/, "", bare)
	gsub(/\r\n/, "\n", bare); sub(/\r$/, "", bare)
	# a line end inside quotes is of the cell
	ended = bare; end = "LF"
	if (!index(bare, "\"") && tried % 3 == 0) {
		end = "CRLF"; gsub(/\n/, "\r\n", ended)
		if (ended !~ /\n$/) ended = ended "\r"
	} else if (!index(bare, "\"") && tried % 3 == 1) {
		end = "CR"; gsub(/\n/, "\r", ended)
	}
	printf "%s%s", tried % 4 == 0 ? "\357\273\277" : "", ended >"form/ended"

	from = mark == "TAB" ? "\t" : mark
	to = substr(";,|", tried % 3 + 1, 1)
	if (to == mark) to = "\t"
	# these headings with commas are our own: their points are decimal
	if (bare ~ /^office[,;]indicator[,;]period[,;]value/) to = from
	quotes = tried % 2
	redress(bare)
	print tried % 4, end, name(from), name(to), quotes
}
AWK

# same.awk - what was read of the forms beside the original; the first line that differs
cat >same.awk <<'AWK'
function differs(form, what, a, b,   x, y, i) {
	if (a == b) return
	print file ", " form ": other " what
	split(a, x, "\n"); split(b, y, "\n")
	for (i = 1; x[i] == y[i] && i < 100000; i++) continue
	print "< " x[i] "\n> " y[i]
}
BEGIN {
	csv = slurp("original.csv"); count = counts("original.err"); seen = understood("original.detect")
	for (k = 1; k <= 2; k++) {
		form = k == 1 ? first : second
		differs(form, "csv", csv, slurp("form" k ".csv"))
		differs(form, "counts", count, counts("form" k ".err"))
		differs(form, "detect", seen, understood("form" k ".detect"))
	}
}
AWK

# read_form K FILE
read_form() {
	rt-import "$2" >"form$1.csv" 2>"form$1.err"
	rt-import --detect --format csv "$2" >"form$1.detect" 2>/dev/null
}

files=$(cd "$ROOT/tests/cli" && find ./*/*/in -type f | sort | some 2 | distinct)
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
	rt-import --detect --format csv "$path" >original.detect 2>/dev/null
	look=$(awk -v path="$path" -v tried=$tried -f said.awk -f look.awk)
	case $look in wrong*) wrong "$file: ${look#wrong }"; continue ;; esac
	# encoding, line end, delimiter, another, quotes: words without blanks
	# shellcheck disable=SC2086
	set -- $look
	new=form/$name
	case $1 in
	0) cp form/ended "$new"; form=BOM ;;
	1) (printf '\377\376'; iconv -f UTF-8 -t UTF-16LE form/ended) >"$new"; form=UTF-16LE ;;
	2) (printf '\376\377'; iconv -f UTF-8 -t UTF-16BE form/ended) >"$new"; form=UTF-16BE ;;
	3) iconv -f UTF-8 -t WINDOWS-1252 form/ended >"$new" 2>/dev/null || cp form/ended "$new"; form=1252 ;;
	esac
	read_form 1 "$new"
	mv form/other "$new"
	read_form 2 "$new"
	awk -v file="$file" -v first="$form $2" -v second="'$4' for '$3', quotes $5" \
		-f said.awk -f same.awk >differences
	[ ! -s differences ] || wrong "$(cat differences)"
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
for seed in $(seeds 1 4); do
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
