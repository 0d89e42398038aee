#!/bin/sh
# SPDX-License-Identifier: MIT
# injection.sh - hostile words change nothing but what is read. Formulas, tags, Markdown, escape sequences, line
# breaks, SQL and paths are put in every text of every kind of the example network, in the names of files and in the
# values of options; then everything that is written is taken apart (injection.py): a formula that lives, a tag or
# a property that the same network without them does not have, a control character that a terminal obeys, a file
# elsewhere, is a fault.
set -u
# the system's own: one that a version manager stands before starts sixty programs each time
python=$(command -v /usr/bin/python3 || command -v python3) || exit 77
# shellcheck source=tests/property/network.inc
. "$ROOT/tests/property/network.inc"
failed=0
wrong() { echo "$1"; failed=1; }
py() { "$python" -S -B "$ROOT/tests/property/injection.py" "$@"; }
day='--today 2025-09-15'
example=$ROOT/share/example

# ---- the network as it is, and one CSV of each kind
base=$PWD/base.db
# shellcheck disable=SC2086
(
	cd "$example" || exit 1
	rt-import -q $day --db "$base" territoires.csv offices.csv
	rt-import -q $day --db "$base" grilles/2024-*.csv grilles/2025-0[1-8].csv actions.csv progress.csv \
		partenaires.csv conventions.csv objectifs.csv cibles.csv activites.csv labels.csv
	rt-import -q $day --db "$base" -p 2024 enquete-2024.csv comptes-2024.csv
	rt-import -q $day --db "$base" hebergements.csv perimetres.csv actions-2026.csv sessions.csv inscriptions.csv \
		besoins.csv etats-offices.csv identifiants.csv calendrier.csv mesures.csv
) >/dev/null 2>&1
mkdir clean bad
for kind in $(rt-import --kinds --format csv | cut -d, -f1 | sed 1d | uniq); do
	rt-import -q --db base.db --export "$kind" >"clean/$kind.csv" 2>/dev/null || rm -f "clean/$kind.csv"
done
# enough for every question, and quick
awk -F, 'NR == 1 || $3 !~ /-/ || $3 ~ /-0[678]$/' clean/observations.csv >few && mv few clean/observations.csv
printf 'name,value\nnetwork_name,N\nnetwork_contact,C\nnetwork_licence,L\n' >clean/settings.csv

# ---- the same with other words in it; they come back as they went in
py poison clean bad || wrong 'poison: no texts'
order='territories offices identifiers perimeters calendar indicators resolutions evidence settings lodging partners
	agreements objectives targets labels activities actions progress sessions enrolments needs events breaks'
put() { # STORE FOLDER
	rm -f "$1"
	for kind in $order; do
		[ -f "$2/$kind.csv" ] || continue
		# shellcheck disable=SC2086
		rt-import -q $day --db "$1" --as "$kind" --rejects "rejects-$kind.csv" "$2/$kind.csv" 2>>said.txt ||
			{ [ "$2" = clean ] || echo "$kind: refused $(grep -c . "rejects-$kind.csv" 2>/dev/null)" >>refused; }
	done
	# shellcheck disable=SC2086
	rt-import -q $day --db "$1" --as observations clean/observations.csv 2>>said.txt
}
put clean.db clean
: >refused
put bad.db bad
mkdir back
for kind in $order; do
	[ ! -f "bad/$kind.csv" ] || rt-import -q --db bad.db --export "$kind" >"back/$kind.csv"
done
py same bad back || wrong 'what went in did not come back'
[ ! -s refused ] || wrong "$(cat refused)"

# ---- file names, reasons and an outline
mkdir out-clean out-bad names
py names clean/observations.csv names
for file in names/*; do
	# shellcheck disable=SC2086
	rt-import $day --db bad.db --why "$(py payload 1)" --as observations "./$file" >>said.txt 2>&1
done
py outline outline.ini
py refused bad/said.csv

# ---- everything that is written
rows='table csv md html'
all="$rows tsv json jsonl xlsx"
documents='text md html json csv xlsx'
write() { # STORE FOLDER
	n=0
	while read -r formats command; do
		case $formats in
		rows) formats=$rows ;;
		all) formats=$all ;;
		all,ics) formats="$all ics" ;;
		documents) formats=$documents ;;
		esac
		n=$((n + 1))
		for format in $formats; do
			# those that are compared
			case $2,$format in *clean,html | *clean,ics | *clean,xlsx | *bad,*) ;; *) continue ;; esac
			# shellcheck disable=SC2086
			$command --db "$1" $day --format "$format" -o "$2/$n.$format" </dev/null 2>"$2/$n-$format.stderr"
			[ $? -le 1 ] || wrong "$command --format $format: $(cat "$2/$n-$format.stderr")"
		done
	done <commands
}
some 1 <"$ROOT/tests/property/injection.commands" >commands
write clean.db out-clean
write bad.db out-bad

# ---- values of options: refused or taken as they are, and the store is what it was
words() { rt-import --db "$1" --export offices; rt-import --db "$1" --export actions; rt-import --db "$1" --log --format csv; }
words bad.db >known
hostile=$(printf "zq'); DROP TABLE office; --\"%%s%%n\033[31m")
for tool in rt-status rt-observatory rt-report rt-plan; do
	verbs=$($tool --help | sed -n '/^Verbs/,/^$/s/^  \([a-z-]*\) .*/\1/p; /^Instead/,/^$/s/^  \([a-z-]*\) .*/\1/p' | sort -u)
	for verb in $(echo "$verbs" | some 1); do
		case $verb in set | add | seed) continue ;; esac
		for option in $($tool "$verb" --help | sed -n 's/^  .*--\([a-z-]*\) [A-Z].*/\1/p' | sort -u); do
			case $option in db | output | lang | color | progress | wait | catalog | format | diffusion | today | as-of | standalone | date | since) continue ;; esac
			$tool "$verb" --db bad.db "--$option" "$hostile" >option.out 2>option.err </dev/null
			case $? in 0 | 1 | 2 | 3) ;; *) wrong "$tool $verb --$option: $(cat option.err)" ;; esac
			cat option.err >>out-bad/option.stderr
			grep -i 'syntax error\|no such column\|unrecognized token' option.err && wrong "$tool $verb --$option: it is SQL"
		done
	done
done
words bad.db | cmp -s - known || wrong 'the value of an option changed the store'
rm -f option.out option.err

# ---- patterns of names: {code} and {period} are what they are, in the folder that was said
mkdir sheets
# shellcheck disable=SC2086
rt-report office --each --db bad.db $day -p 2025-08 --diffusion interne \
	-o 'sheets/{code}-{period}.html' --index sheets/index.html >said-sheets 2>&1 || wrong "$(cat said-sheets)"
mv sheets/*.html out-bad || wrong 'no sheets'
# shellcheck disable=SC2086
rt-report office --each --db clean.db $day -p 2025-08 --diffusion interne -o 'out-clean/{code}.html' \
	--index out-clean/index.html 2>/dev/null
RT_TODAY=2025-09-15 sh "$ROOT/share/examples/reminders" bad.db 2025-08 >out-bad/reminders.csv || wrong reminders

find . -newer outline.ini -type f ! -path './out-*/*' ! -path './names/*' ! -name '*.db*' ! -name known ! -name commands ! -name 'said*' ! -path ./bad/said.csv |
	grep -v '^./elsewhere$' >elsewhere
[ ! -s elsewhere ] || wrong "written elsewhere: $(cat elsewhere)"
# what is refused is quoted
rt-import --as offices bad/actions.csv >said.csv 2>>said.txt
rt-import --rejects said-rejects.csv bad/said.csv >>said.txt 2>&1
mv said.txt out-bad/import.stderr
py check out-clean out-bad || failed=1
[ $failed = 0 ]
