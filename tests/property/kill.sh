#!/bin/sh
# SPDX-License-Identifier: MIT
# An import killed at any moment leaves the store as before the file, or as after it when all was
# in: same figures, same journal, sound; and the same import then goes through.
set -eu
awk 'BEGIN {
	print "office,indicator,period,value"
	for (o = 0; o < 400; o++) for (y = 2015; y < 2025; y++) for (m = 1; m <= 12; m++)
		printf "O%d,contacts_guichet,%d-%02d,%d\n", o, y, m, o * m
}' >many.csv
head -2000 many.csv >some.csv
rt-import -q --db r.db --today 2025-01-02 --create offices some.csv
sed 's/,\([0-9]*\)$/,1\1/' many.csv >other.csv
known() {
	rt-import --export observations --db r.db
	rt-import --log --db r.db
}
known >before
i=0
killed=0
while [ $i -lt 20 ]; do
	i=$((i + 1))
	rt-import -q --db r.db --today 2025-01-02 --create offices other.csv &
	pid=$!
	sleep "0.0$((i * 37 % 90 + 10))"
	kill -9 $pid 2>/dev/null || :
	wait $pid 2>/dev/null || :
	rt-import --backup checked.db --db r.db # checks what it copies
	known >after
	if cmp -s after before; then
		killed=$((killed + 1))
		continue
	fi
	# it was faster, to its last figure: from the start again
	[ "$(grep -c ,contacts_guichet, after)" -eq 48000 ] || { echo "half of the file is in"; exit 1; }
	rm -f r.db r.db-*
	rt-import -q --db r.db --today 2025-01-02 --create offices some.csv
done
[ $killed -gt 0 ] || { echo "no import was slow enough to be killed"; exit 77; }
rt-import -q --db r.db --today 2025-01-02 --create offices other.csv
[ "$(rt-import --export observations --db r.db | wc -l)" -eq 48001 ]
