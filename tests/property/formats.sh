#!/bin/sh
# SPDX-License-Identifier: MIT
# Every format shows the same cells, whatever the order of the rows that came in, and from a store what
# they are from the file: 25 networks.
# shellcheck source=tests/property/network.inc
set -e
. "$ROOT/tests/property/network.inc"

ask() { rt-observatory "$@" -p 2024-01 --today 2025-01-10 --lang en; }

# compare.awk - the answers to the questions in every format, in files FORMAT.QUESTION, beside csv.QUESTION
cat >compare.awk <<'AWK'
function wrong(words) { print words; exit }
# lines FILE - into line[1..], their number
function lines(file,   n) {
	for (n = 0; (getline line[n + 1] <file) > 0; n++) continue
	close(file)
	return n
}
# cells FROM TO - lines of JSON as rows
function cells(from, to,   i, all) {
	for (i = from; i <= to; i++) {
		sub(/,$/, "", line[i]); sub(/^{"[a-z]*":/, "", line[i]); sub(/}$/, "", line[i])
		gsub(/,"[a-z_]*":/, ",", line[i]); gsub(/null|"/, "", line[i])
		all = all line[i] "\n"
	}
	return all
}
function text(from, to,   i, all) {
	for (i = from; i <= to; i++) all = all line[i] "\n"
	return all
}
function joined(file, mark,   n, all) { n = lines(file); all = text(1, n); gsub(mark, ",", all); return all }
# machine CELL - numbers and dashes of people, back to those of machines
function machine(cell) {
	gsub(/−/, "-", cell); gsub(/–/, "", cell)
	while (match(cell, /[0-9],[0-9]/)) cell = substr(cell, 1, RSTART) substr(cell, RSTART + 2)
	while (match(cell, /[0-9]%/)) cell = substr(cell, 1, RSTART) substr(cell, RSTART + 2)
	return cell == "" ? "" : cell + 0
}
function try(question,   csv, rows, n, i, count, shown, format, f) {
	count = lines("csv." question)
	csv = text(1, count); rows = text(2, count)
	if (joined("shuffled." question, ",") != csv) wrong(question " depends on the order of the rows")
	if (joined("tsv." question, "\t") != csv) wrong(question " in tsv")
	n = lines("jsonl." question)
	if (cells(1, n) != rows) wrong(question " in jsonl")
	n = lines("json." question)
	if (cells(2, n - 1) != rows) wrong(question " in json")
	split("table md", format, " ")
	for (f = 1; f <= 2; f++) {
		n = lines(format[f] "." question)
		shown = 0
		for (i = 3; i <= n; i++) shown += line[i] !~ /^no row/
		if (shown != count - 1) wrong(question ": " shown " rows in " format[f] ", " count - 1 " in csv")
	}
}
# the values themselves, once people's writing is taken off
function values(   n, m, i, cell, csv, md) {
	n = lines("csv.values")
	for (i = 2; i <= n; i++) { split(line[i], cell, ","); csv = csv cell[1] "," cell[2] "," (cell[4] == "" ? "" : cell[4] + 0) "\n" }
	m = lines("md.values")
	for (i = 3; i <= m; i++) { split(line[i], cell, / *[|] */); md = md cell[2] "," cell[3] "," machine(cell[5]) "\n" }
	if (csv != md) wrong("values in md:\n" csv "are\n" md)
}
BEGIN {
	split("values totals evolution completeness", question, " ")
	for (q = 1; q <= 4; q++) try(question[q])
	values()
}
AWK

for seed in $(seeds 201); do
	network "$seed"
	shuffled "$seed" figures.csv >shuffled.csv
	store --db figures.db --create offices figures.csv
	store --db shuffled.db --create offices shuffled.csv
	for question in values totals evolution completeness; do
		ask $question --format csv figures.csv >csv.$question
		ask $question --format csv --db shuffled.db >shuffled.$question
		for format in tsv jsonl json table md; do
			ask $question --format $format --db figures.db >$format.$question
		done
	done
	said=$(awk -f compare.awk)
	[ -z "$said" ] || wrong "$seed" "$said"
	rm -f ./*.db*
done
