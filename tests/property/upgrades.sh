#!/bin/sh
# SPDX-License-Identifier: MIT
# A store that the tools of an earlier commit wrote answers what it answered them, read as it is
# (and not changed) and upgraded (and a copy kept), column by column that they had. What they had
# wrong is in `mended`, with why.
# shellcheck source=tests/property/network.inc
. "$ROOT/tests/property/network.inc"
set -eu
wrong() { echo "$1"; exit 1; }
command -v sqlite3 >/dev/null || exit 77
day=--today=2025-02-01
store=$ROOT/tests/stores/store

# Each file of now/ under the columns of that of was/, in their order: what differs is printed.
cat >same.awk <<'AWK'
function split_row(line,    n, cell, quoted, i, c) {
	if (!index(line, "\"")) return split(line, cells, ",")
	n = 0; cell = ""; quoted = 0
	for (i = 1; i <= length(line); i++) {
		c = substr(line, i, 1)
		if (c == "\"") quoted = !quoted
		if (c == "," && !quoted) { cells[++n] = cell; cell = "" } else cell = cell c
	}
	cells[++n] = cell
	return n
}
function compare(answer,    was, now, old, new, wanted, name, at, i, n, row, got_old, got_new) {
	was = "was/" answer; now = "now/" answer
	getline old <was; getline new <now
	wanted = split_row(old)
	for (i = 1; i <= wanted; i++) name[i] = cells[i]
	n = split_row(new)
	for (i = 1; i <= n; i++) at[cells[i]] = i
	for (;;) {
		got_old = (getline old <was) > 0; got_new = (getline new <now) > 0
		row = ""
		if (got_new) {
			split_row(new)
			for (i = 1; i <= wanted; i++)
				row = row (i > 1 ? "," : "") (name[i] in at ? cells[at[name[i]]] : "NO COLUMN " name[i])
		}
		if (got_old != got_new || got_old && row != old) {
			print store " answers " answer " otherwise:\n< " (got_old ? old : "") "\n> " row
			break
		}
		if (!got_old) break
	}
	close(was); close(now)
}
{ compare($1) }
AWK

ask() { # DB ANSWER
	case $2 in
	export.observations.*) rt-import -q --export observations --as-of "${2##*.}" --db "$1" ;;
	export.*) rt-import -q --export "${2#*.}" --db "$1" ;;
	log) rt-import -q --log --format csv --db "$1" ;;
	totals) rt-observatory totals -q -p 2024-01 --db "$1" $day --format csv ;;
	evolution) rt-observatory evolution -q -i contacts_guichet -p 2024-01 --db "$1" $day --format csv ;;
	*) return 1 ;;
	esac
}

compare() { # NAME DB
	rm -rf now && mkdir now
	while read -r answer; do
		ask "$2" "$answer" >"now/$answer" || wrong "$1: $answer fails"
	done <answers
	awk -v store="$1, $2," -f same.awk answers >differs
	[ ! -s differs ] || wrong "$(cat differs)"
}

count=0 names=$("$store" --names | some 1)
for name in $names; do
	rm -rf was && mkdir was
	"$store" --answers "$name" was >answers
	[ -s answers ] || continue # its tools could not write a store yet
	"$store" "$name" | sqlite3 old.db >/dev/null
	cp old.db before
	compare "$name" old.db
	cmp old.db before
	rt-import --upgrade --lang en --db old.db 2>said
	grep -q "upgraded from schema 1 .* kept as 'old.db.schema-1'" said
	compare "$name" old.db
	# what was kept is the store as it was: its tables and rows
	sqlite3 before .dump >before.sql
	sqlite3 old.db.schema-1 .dump | cmp - before.sql
	printf 'office,indicator,period,value\nOT-99-001,contacts_guichet,2024-03,7\n' >more.csv
	rt-import -q --db old.db $day more.csv
	[ "$(sqlite3 old.db 'PRAGMA integrity_check; PRAGMA foreign_key_check')" = ok ]
	rm old.db*
	count=$((count + 1))
done
[ "$count" -ge $(($(echo "$names" | wc -l) * 9 / 10)) ] || wrong "only $count stores answered"
