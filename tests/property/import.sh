#!/bin/sh
# SPDX-License-Identifier: MIT
# Imports of 25 small networks: twice is once; halves are the whole; order, delimiter and end of
# line mean nothing; what is exported is what would be imported.
# shellcheck source=tests/property/network.inc
set -e
. "$ROOT/tests/property/network.inc"

dump() {
	for kind in territories offices indicators observations; do
		rt-import --export $kind --db "$1"
	done
}

for seed in $(seeds 1); do
	network "$seed"
	store --db once.db offices.csv figures.csv
	dump once.db >once

	store --db once.db figures.csv offices.csv figures.csv
	dump once.db >twice
	same "$seed" 'twice is not once' once twice

	shuffled "$seed" figures.csv | tr , ';' | sed 's/\([0-9]\)\.\([0-9]\)/\1,\2/; s/$/\r/' >other.csv
	shuffled "$seed" offices.csv >others.csv
	store --db other.db others.csv other.csv
	dump other.db >other
	same "$seed" 'rows in another order and dress differ' once other

	half=$(($(wc -l <figures.csv) / 2))
	sed "$((half + 1)),\$d" figures.csv >first.csv
	sed "2,${half}d" figures.csv >second.csv
	store --db halves.db offices.csv second.csv first.csv
	dump halves.db >halves
	same "$seed" 'two halves are not the whole' once halves

	for kind in territories offices indicators observations; do
		rt-import --export $kind --db once.db -o $kind.csv
	done
	store --db copy.db territories.csv offices.csv indicators.csv observations.csv
	dump copy.db >copy
	same "$seed" 'an export imported is another' once copy

	rt-import -q figures.csv >normal.csv
	same "$seed" 'without a store it is another' normal.csv observations.csv
	rt-import -q normal.csv >again.csv
	same "$seed" 'normalised twice is another' normal.csv again.csv
	rm -f ./*.db*
done
