# SPDX-License-Identifier: MIT
# A store that the tools of an earlier commit wrote answers what it answered them, read as it is
# (and not changed) and upgraded (and a copy kept), column by column that they had. What they had
# wrong is in `mended`, with why.
set -eu
command -v sqlite3 >/dev/null || exit 77
day='--today 2025-02-01'
store=$ROOT/tests/stores/store

# cut_as OLD NEW - the rows of NEW under the columns of OLD, in their order
cut_as() {
	awk '
	function split_row(line,    n, cell, quoted, i, c) {
		n = 0; cell = ""; quoted = 0
		for (i = 1; i <= length(line); i++) {
			c = substr(line, i, 1)
			if (c == "\"") quoted = !quoted
			if (c == "," && !quoted) { cells[++n] = cell; cell = "" } else cell = cell c
		}
		cells[++n] = cell
		return n
	}
	NR == 1 { wanted = split_row($0); for (i = 1; i <= wanted; i++) name[i] = cells[i]; next }
	FNR == 1 && NR > 1 && !head { head = 1; n = split_row($0); for (i = 1; i <= n; i++) at[cells[i]] = i }
	head {
		split_row($0)
		for (i = 1; i <= wanted; i++)
			printf "%s%s", name[i] in at ? cells[at[name[i]]] : "NO COLUMN " name[i], i < wanted ? "," : "\n"
	}
	FNR != NR && !head { next }' "$1" "$2"
}

ask() { # DB ANSWER
	case $2 in
	export.observations.*) rt-import -q --export observations --as-of "${2##*.}" --db "$1" ;;
	export.*) rt-import -q --export "${2#*.}" --db "$1" ;;
	log) rt-import -q --log --format csv --db "$1" ;;
	totals) rt-observatory totals -q -p 2024-01 --db "$1" $day --format csv ;;
	evolution) rt-observatory evolution -q -i contacts_guichet -p 2024-01 --db "$1" $day --format csv ;;
	esac
}

compare() { # NAME DB
	"$store" --answers "$1" | while read -r answer; do
		"$store" "$1" "$answer" >was
		ask "$2" "$answer" >now || { echo "$1: $answer fails"; exit 1; }
		head -n 1 was >head
		cut_as head now | diff was - || { echo "$1: $2 answers another $answer"; exit 1; }
	done
}

count=0
for name in $("$store" --names); do
	[ -n "$("$store" --answers "$name")" ] || continue # its tools could not write a store yet
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
[ "$count" -ge 31 ]
