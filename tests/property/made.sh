#!/bin/sh
# SPDX-License-Identifier: MIT
# Imports that find no store make one, however many come at once; those that bring nothing remove the
# one they made, and never what another one brought.
set -eu
printf 'not a grid\n' >letter.csv
for i in 1 2 3 4; do
	printf 'office,indicator,period,value\nOT-%d,contacts_guichet,2024-08,%d\n' $i $i >grid$i.csv
done
round=0
while [ $round -lt 8 ]; do
	round=$((round + 1))
	rm -f r.db said*
	for i in 1 2 3 4; do
		rt-import -q --db r.db --create offices letter.csv 2>/dev/null &
		rt-import -q --db r.db --create offices grid$i.csv 2>"said$i" &
	done
	wait
	cat said?
	rt-import --export observations --db r.db >values
	[ "$(wc -l <values)" -eq 5 ] || { echo "round $round: figures were lost"; cat values; exit 1; }
	[ "$(echo r.db*)" = r.db ] || { echo "round $round: files are left: $(echo r.db*)"; exit 1; }
	rt-import --verify --db r.db
done
