#!/bin/sh
# SPDX-License-Identifier: MIT
# copies.sh - a published copy has what series tells, row by row, and no byte of what it hides: no figure of an
# office that is not named, as a number or in text, no mail address, telephone, remark or correction. What was
# told in it is not told otherwise later, and the same day makes the same bytes.
# shellcheck source=tests/property/network.inc
. "$ROOT/tests/property/network.inc"
set -eu
command -v sqlite3 >/dev/null 2>&1 || { echo 'no sqlite3: skipped'; exit 77; }

# Figures of six bytes each that occur once, as the file would hold them: SQLite keeps a whole number of a REAL
# column as a whole number, its first byte first. Indicators of no catalogue have no greatest value.
as_secrets() {
	awk -F, -v OFS=, 'NR > 1 && $4 ~ /^[0-9]+$/ { $4 = sprintf("%.0f", 100000000000000 + NR * 1000003 + $4 * 7) }
		NR > 1 { sub(/_.*/, "_essai", $2) }
		NR == 1 || $2 != "ca_essai" { print }' "$1"
}
in_bytes() {
	awk '{ n = $1; hex = ""
		for (i = 0; i < 12; i++) { d = n - int(n / 16) * 16; hex = substr("0123456789abcdef", d + 1, 1) hex; n = int(n / 16) }
		print hex }'
}
# series KEY - as the table has it
series() {
	by=$1
	set -- --db r.db -p 2023-01..2024-12 --today 2025-01-20 --diffusion public --format csv
	[ "$by" = network ] || set -- "$@" --by "$by"
	rt-observatory series "$@" | cut -d, -f1-6,8,9 | sed 1d | sort
}
told() {
	sqlite3 -separator , "$1" "SELECT indicator, part, period, iif(value = CAST(value AS INTEGER), CAST(value AS INTEGER), value),
		offices, expected, iif(coverage = CAST(coverage AS INTEGER), CAST(coverage AS INTEGER), coverage), flag
		FROM told WHERE level = '$2'" | sort
}

hidden=0 open=0
for seed in $(seeds 1 5); do
	network "$seed"
	rm -f ./*.db*
	awk -F, -v OFS=, 'NR == 1 { print $0, "category", "email", "phone", "named"; next }
		{ print $0, NR % 2 ? "I" : "II", "boite" NR "@secret.example", "02 96 00 11 " 10 + NR, NR == 2 ? "oui" : "non" }' offices.csv >register.csv
	as_secrets figures.csv >sent.csv
	awk -F, -v OFS=, 'NR > 1 && $3 == "2024-01" && $4 ~ /^1000/ { $4 = sprintf("%.0f", $4 + 5) } NR == 1 || $3 == "2024-01" { print }' sent.csv >corrected.csv
	printf 'name,value\npublish_named,yes\n' >settings.csv
	rt-import -q --create territories --db r.db --today 2023-01-02 --as settings settings.csv
	rt-import -q --create territories --db r.db --today 2023-01-02 register.csv
	rt-import -q --create indicators --db r.db --today 2025-01-10 sent.csv || [ $? = 1 ]
	rt-import -q --db r.db --today 2025-01-11 --reopen --why 'faute de frappe confidentielle' corrected.csv || [ $? = 1 ]
	rt-import -q --export published --diffusion public --db r.db --today 2025-01-20 -p 2023..2024 -o p.db
	for level in network territory category; do
		series $level >asked
		told p.db $level >found
		same "$seed" "the copy is not what series tells by $level" asked found
	done

	# no byte of what is not told
	sqlite3 r.db "SELECT value FROM (SELECT office_id, value, figure_id FROM observation UNION SELECT office_id, value, figure_id FROM superseded)
		WHERE value > 99999999999999 AND office_id NOT IN (SELECT office_id FROM office WHERE code = 'OT-1')" | sort -u >secret
	[ -s secret ] || wrong "$seed" 'the store has no secret to look for'
	sqlite3 p.db 'SELECT printf("%.0f", value) FROM told WHERE value IS NOT NULL' | sort -u >shown
	comm -12 secret shown >given
	[ ! -s given ] || wrong "$seed" "the figure of one office is told: $(head -1 given)"
	in_bytes <secret >bytes
	od -An -v -tx1 p.db | tr -d ' \n' >hex
	! grep -q -F -f bytes hex || wrong "$seed" 'the bytes of a figure that is not told'
	! grep -a -q -F -f secret p.db || wrong "$seed" 'a figure that is not told, in text'
	! grep -a -q -e 'secret.example' -e '02 96 00 11' -e confidentielle -e corrected p.db || wrong "$seed" 'what the register or the journal says'
	# the search finds what there is: in the store, and what is named
	od -An -v -tx1 r.db | tr -d ' \n' >hex
	grep -q -F -f bytes hex || wrong "$seed" 'the search finds nothing in the store'
	[ "$(sqlite3 p.db 'SELECT count(*) FROM named WHERE office <> "OT-1"')" = 0 ] || wrong "$seed" 'an office is named that did not agree'
	hidden=$((hidden + $(sqlite3 p.db 'SELECT value FROM about WHERE name = "hidden"')))
	open=$((open + $(sqlite3 p.db 'SELECT (SELECT count(value) FROM told) + (SELECT count(*) FROM named)')))

	# told again: by --verify, and the same day in the same bytes
	rt-import -q --export published --diffusion public --db r.db --today 2025-01-20 -p 2023..2024 -o q.db
	same "$seed" 'the same day made other bytes' p.db q.db
	rt-import --verify --db r.db --lang en --format csv >found || wrong "$seed" "$(tail -1 found)"
done
[ $hidden -gt 0 ] || wrong 0 'nothing was hidden'
[ $open -gt 0 ] || wrong 0 'nothing was told'
