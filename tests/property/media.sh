#!/bin/sh
# SPDX-License-Identifier: MIT
# A store where nothing can be written, or that other machines share: it is read as it is or refused, never told by half;
# and who would write in it is told what to do. The disks are those of a mount namespace (where root can make one);
# that a disk is a network's is what a library loaded before the tool says (where there is a compiler).
set -u
LC_ALL=C LANGUAGE=
export LC_ALL LANGUAGE
if [ "${1-}" != inside ]; then
	command -v sqlite3 >/dev/null || exit 77
	awk 'BEGIN { print "office,indicator,period,value"
		for (o = 1; o <= 60; o++) for (y = 2010; y < 2025; y++) for (m = 1; m <= 12; m++) printf "O%d,contacts_guichet,%d-%02d,11\n", o, y, m }' >first.csv
	sed 's/,11$/,22/' first.csv >second.csv
	sed 's/,11$/,33/' first.csv >third.csv
	mkdir disk
	rt-import -q --db disk/whole.db --create offices first.csv || exit 1
	# what a machine that lost its power leaves, or a copy taken while the store was in use
	cp disk/whole.db begun.db
	sqlite3 -readonly begun.db 'SELECT count(*) FROM sqlite_schema' '.shell rt-import -q --db begun.db second.csv' \
		'.shell cp begun.db begun.db-wal disk' >/dev/null || exit 1
	[ -s disk/begun.db-wal ] || { echo 'nothing is left beside the store: the test is wrong'; exit 1; }
	cp disk/begun.db disk/begun.db-wal .
	unshare -m true 2>/dev/null && exec unshare -m sh "$0" inside
fi
failed=0
wrong() { echo "$1"; failed=1; }
# says STATUS PATTERN COMMAND... - what it prints or says has that in it
# shellcheck disable=SC2317
says() {
	expected=$1 pattern=$2
	shift 2
	"$@" >said 2>&1
	status=$?
	[ $status -eq "$expected" ] || wrong "$*: status $status: $(head -3 said)"
	[ -z "$pattern" ] || grep -q -- "$pattern" said || wrong "$*: $(head -3 said)"
}
# shellcheck disable=SC2317
totals() { rt-observatory totals --db "$1" -p 2024-01 --format csv; }
tried=0

# ---- a disk that can only be read
if [ "${1-}" = inside ]; then
	tried=1
	mkdir seen
	mount --bind disk seen && mount -o remount,bind,ro seen || exit 1
	says 0 ',660,60,' totals seen/whole.db
	says 4 "what came last into the store 'seen/begun.db' is still in 'seen/begun.db-wal'" totals seen/begun.db
	for command in 'rt-import first.csv' 'rt-import -n first.csv' 'rt-plan set A1-1 --state fait' 'rt-report monthly -p 2024-01 --publish' 'rt-import --upgrade'; do
		# shellcheck disable=SC2086
		says 4 "'seen/whole.db' is on a disk that can only be read" $command --db seen/whole.db
	done
	says 4 "'seen/new.db' is on a disk that can only be read" rt-import --db seen/new.db first.csv
	says 0 '' rt-import --verify --db seen/whole.db
	rt-import --backup mine.db --db seen/whole.db && says 0 ',660,60,' totals mine.db
	# it is the disk of somebody who writes: while they do, and when they have done
	rt-import --export observations --db seen/whole.db >before
	mkfifo slow
	rt-import --export observations --db seen/whole.db >slow 2>said &
	reader=$!
	exec 3<slow
	IFS= read -r _ <&3
	rt-import -q --db disk/whole.db second.csv
	cat <&3 >rest
	wait $reader
	status=$?
	exec 3<&-
	# either it was quicker than we thought, or it says that it cannot be believed
	if [ $status -eq 0 ]; then
		[ "$(wc -l <rest)" -eq 10800 ] || wrong 'half of the figures were told as all'
		[ "$(cut -d, -f4 rest | sort -u | wc -l)" -eq 1 ] || wrong 'figures of two imports at once'
	else
		grep -q 'was changed while it was read' said || wrong "a store that changed: status $status: $(cat said)"
	fi
	says 0 ',1320,60,' totals seen/whole.db
	sqlite3 disk/whole.db 'BEGIN IMMEDIATE' '.shell rt-observatory totals --db seen/whole.db -p 2024-01 --format csv >during 2>&1' ROLLBACK
	grep -q ',1320,60,' during || wrong "read while somebody writes: $(cat during)"
	umount seen
fi

# ---- a disk that other machines share
cat >network.c <<'C'
#define _GNU_SOURCE
#include <dlfcn.h>
#include <sys/vfs.h>
int statfs(const char *path, struct statfs *out)
{
	int (*real)(const char *, struct statfs *) = (int (*)(const char *, struct statfs *))dlsym(RTLD_NEXT, "statfs");
	int rc = real(path, out);

	if (rc == 0)
		out->f_type = 0x6969; /* NFS */
	return rc;
}
C
if cc -shared -fPIC -o network.so network.c 2>/dev/null; then
	tried=1
	# shellcheck disable=SC2317
	there() { LD_PRELOAD=$PWD/network.so ASAN_OPTIONS="${ASAN_OPTIONS:-}:verify_asan_link_order=0" "$@"; }
	rt-import -q --db shared.db --create offices first.csv
	says 4 "'shared.db' is on a disk that other machines share (NFS)" there rt-import --db shared.db second.csv
	says 4 "'shared.db' is on a disk that other machines share (NFS)" there rt-import -n --db shared.db second.csv
	says 4 "'another.db' is on a disk that other machines share (NFS)" there rt-import --db another.db --create offices second.csv
	[ ! -e another.db ] || wrong 'a store was made on a network disk'
	says 0 ',660,60,' there rt-observatory totals --db shared.db -p 2024-01 --format csv
	[ "$(echo shared.db*)" = shared.db ] || wrong "a reader left $(echo shared.db*)"
	says 4 "what came last into the store 'begun.db'" there rt-observatory totals --db begun.db -p 2024-01
	says 0 'revised 10800' there env RT_NETWORK=yes rt-import --db shared.db second.csv
	says 2 '' there env RT_NETWORK=yes rt-import --no-such-option
	says 0 ',1320,60,' there env RT_NETWORK=yes rt-observatory totals --db begun.db -p 2024-01 --format csv
	# copies may lie there
	says 0 '' there rt-import --backup copy.db --db shared.db
	says 0 '' there rt-import --backup copy.db --db shared.db
fi
[ $tried -eq 1 ] || exit 77
exit $failed
