#!/bin/sh
# SPDX-License-Identifier: MIT
# An import stopped in the middle (its refused lines go to a pipe nobody reads yet): a reader sees
# the store as before it, a second import says who is in the way or waits, a killed one
# leaves nothing, its name included.
set -eu
LC_ALL=C
export LC_ALL
awk 'BEGIN {
	print "office,indicator,period,value"
	for (o = 1; o <= 50; o++) for (m = 1; m <= 12; m++) printf "O%d,contacts_guichet,2024-%02d,%d\n", o, m, o * m
}' >first.csv
sed 's/,\([0-9]*\)$/,1\1/; $s/2024-12/2024-13/' first.csv >second.csv # its last line is refused
printf 'office,indicator,period,value\nO1,contacts_guichet,2024-01,777\n' >third.csv
mkfifo refused
rt-import -q --db r.db --today 2025-01-02 --create offices first.csv
known() { rt-import --export observations --db r.db; }
known >before

fail() {
	echo "$1"
	exit 1
}
# begin: the import of second.csv, until it has the store for itself
begin() {
	rt-import -q --db r.db --today 2025-01-03 --rejects refused second.csv 2>said &
	pid=$!
	tries=0
	while rt-import -n --wait 0 --lang en --db r.db --today 2025-01-03 third.csv 2>second; do
		tries=$((tries + 1))
		[ $tries -lt 200 ] || fail 'the second import was never refused'
		sleep 0.02
	done
}

begin
grep -q "(process $pid of " second || grep -q '^rt-import: another program' second || fail "$(cat second)"
known | cmp - before || fail 'a reader sees what is not committed'
kill -9 $pid
wait $pid 2>killed || :
known | cmp - before || fail 'a killed import left something'
rt-import -n -q --wait 0 --db r.db --today 2025-01-03 third.csv || fail 'a killed import is still in the way'

begin
# this one waits: it comes after, and has the last word
rt-import -q --wait 60 --db r.db --today 2025-01-03 third.csv &
third=$!
sleep 0.1
known | cmp - before || fail 'a reader sees what is not committed'
cat refused >lines
wait $pid || [ $? -eq 1 ] || fail 'the first import failed'
wait $third || fail 'the second import did not wait'
[ "$(rt-import --log --db r.db | tail -2 | cut -d, -f4 | tr '\n' ' ')" = 'second.csv third.csv ' ] ||
	fail 'the imports are not one after the other'
known | grep -q '^O1,contacts_guichet,2024-01,777,' || fail 'the last figure is not there'
known | grep -q '^O50,contacts_guichet,2024-11,1550,' || fail 'the import that was waited for is not there'
