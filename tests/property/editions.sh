#!/bin/sh
# SPDX-License-Identifier: MIT
# editions.sh - what was published can be told again, of what was known then, whatever came after it: more
# figures on the same day, revisions, late ones, an undo, editions of the same and of other months, published
# copies between them.
# shellcheck source=tests/property/network.inc
. "$ROOT/tests/property/network.inc"
set -eu

published=0
# publish DAY MONTH [OPTION...] - for each audience; what nothing is told of is no edition
publish() {
	day=$1 month=$2
	shift 2
	for who in public reseau interne; do
		rt-report monthly -q --db r.db -p "$month" --today "$day" --diffusion $who --publish "$@" -o note.txt
		published=$((published + 1))
		[ $who = interne ] ||
			rt-import --export published -q --db r.db --today "$day" --diffusion $who "$@" -o copy.db
	done
}
sound() { # SEED WORDS
	rt-import --verify --db r.db --lang en --format csv >found || wrong "$1" "$2: $(tail -1 found)"
}

for seed in $(seeds 1 5); do
	network "$seed"
	rm -f r.db*
	store --db r.db offices.csv
	awk -F, 'NR == 1 || $3 < "2024-02"' figures.csv >known.csv
	awk -F, 'NR == 1 || $3 >= "2024-02" && $3 < "2024-06"' figures.csv >more.csv
	rt-import -q --db r.db --today 2025-01-10 known.csv
	publish 2025-01-10 2024-01
	# the same day: after the note
	rt-import -q --db r.db --today 2025-01-10 more.csv
	publish 2025-01-10 2024-01
	publish 2025-01-10 2024-05
	# figures change, and change again
	shuffled "$seed" known.csv | awk -F, -v OFS=, 'NR > 1 && NR % 3 == 0 && $4 + 0 > 0 { $4 = int($4) + 1 } { print }' >revised.csv
	rt-import -q --db r.db --today 2025-02-12 --reopen --why 'corrected by the offices' revised.csv
	publish 2025-02-12 2024-01
	rt-import --undo "$(rt-import --log --db r.db | tail -1 | cut -d, -f1)" -q --reopen --why 'the wrong file' --db r.db --today 2025-02-20 -o moved.csv
	publish 2025-02-20 2024-01
	publish 2025-03-01 2024-01 --as-of 2025-02-12
	awk -F, 'NR == 1 || $3 >= "2024-06"' figures.csv >rest.csv
	rt-import -q --db r.db --today 2025-03-02 rest.csv
	publish 2025-03-02 2024-11
	for report in annual resolutions; do
		rt-report $report -q --db r.db --today 2025-03-05 --publish -o note.txt
	done
	sound "$seed" 'told otherwise'
done
[ $published -ge 20 ] || wrong 0 "only $published editions"
