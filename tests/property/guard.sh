#!/bin/sh
# SPDX-License-Identifier: MIT
# guard.sh - what a tool has given up it cannot do: a stranger in its process (a library loaded before it, which
# acts when it ends) tries to write beside, to start a program and to connect. Skipped where the system has no
# Landlock, or there is no compiler.
set -u
cc=$(command -v cc) || exit 77
case $(uname -s) in Linux) ;; *) exit 77 ;; esac
LC_ALL=C
export LC_ALL
cat >stranger.c <<'C'
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>
#ifdef MAIN
int main(void) { printf("%ld\n", syscall(444, 0L, 0L, 1L)); return 0; }
#else
static const char *said(int rc) { return rc != -1 ? "done" : errno == EACCES || errno == EPERM ? "refused" : "failed"; }
__attribute__((destructor)) static void act(void)
{
	struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons(9), .sin_addr = { htonl(INADDR_LOOPBACK) } };
	char *none[] = { "true", 0 };
	FILE *out;

	if (!getenv("STRANGER") || !(out = fopen(getenv("STRANGER"), "a")))
		return;
	fprintf(out, "write:%s ", said(open(getenv("BESIDE"), O_WRONLY | O_CREAT, 0666)));
	fprintf(out, "over:%s ", said(open(getenv("OVER"), O_WRONLY)));
	fprintf(out, "away:%s ", said(unlink(getenv("OVER"))));
	fprintf(out, "connect:%s ", said(connect(socket(AF_INET, SOCK_STREAM, 0), (void *)&to, sizeof to)));
	fflush(out);
	execve("/bin/true", none, none);
	fprintf(out, "start:%s\n", said(-1));
	fclose(out);
}
#endif
C
"$cc" -DMAIN -o has stranger.c && "$cc" -shared -fPIC -o stranger.so stranger.c || exit 77
version=$(./has)
[ "$version" -ge 1 ] || exit 77
failed=0
wrong() { echo "$1"; failed=1; }

# The folder of the test is in the one for temporary files, where a tool may write: that is elsewhere here.
mkdir store out temporary
TMPDIR=$PWD/temporary SQLITE_TMPDIR=$PWD/temporary
export TMPDIR SQLITE_TMPDIR
for folder in "$PWD" "$ROOT/build" /dev/shm "${HOME:-}" /srv; do
	case $folder/ in /tmp/* | /var/tmp/* | /usr/tmp/* | /) continue ;; esac
	beside=$(mktemp -d "$folder/guard.XXXXXX" 2>/dev/null) && break
done
[ -d "${beside:-}" ] || exit 77
trap 'rm -rf "$beside"' EXIT
echo kept >"$beside/kept"
printf 'office,indicator,period,value\nOT-1,contacts_guichet,2024-01,12\n' >figures.csv
printf 'code,name,commune\nOT-1,Un,Un\n' >offices.csv
rt-import -q --db store/r.db --create territories offices.csv figures.csv || exit 1

# tried EXPECTED COMMAND... - the tool's own work is done, the stranger's is not
tried() {
	expected=$1
	shift
	rm -f out/said; echo kept >"$beside/kept"
	STRANGER=out/said BESIDE=$beside/new OVER=$beside/kept LD_PRELOAD=$PWD/stranger.so \
		ASAN_OPTIONS="${ASAN_OPTIONS:-}:verify_asan_link_order=0:detect_leaks=0" "$@" >printed 2>&1
	code=$?
	[ $code -eq 0 ] || wrong "$*: $code: $(cat printed)"
	[ "$(cat out/said 2>&1)" = "$expected" ] || wrong "$*: $(cat out/said 2>&1)"
}
connect=refused
[ "$version" -ge 4 ] || connect=failed
all="write:refused over:refused away:refused connect:$connect start:refused"
tried "$all" rt-observatory totals --db store/r.db -p 2024-01 -o out/t.xlsx
tried "$all" rt-report monthly --db store/r.db -p 2024-01 --diffusion interne --publish -o out/note.html
tried "$all" rt-status resolutions --db store/r.db -o out/r.csv
tried "$all" rt-plan add --db store/r.db --resolution A5 --title Note
tried "$all" rt-plan calendar --db store/r.db -o out/p.ics
tried "$all" rt-observatory totals figures.csv -p 2024-01 -o out/f.csv
tried "$all" rt-import --log --db store/r.db -o out/log.csv
tried "$all" rt-import --verify --db store/r.db -o out/verify.csv
if [ ! -s out/t.xlsx ] || [ ! -s out/note.html ]; then wrong 'nothing was written'; fi
if [ ! -f "$beside/kept" ] || [ -e "$beside/new" ]; then wrong 'the stranger wrote'; fi
rm -f "$beside/new"
# what it brings may come from anywhere, and go beside: no program, no connection
tried "write:done over:done away:done connect:$connect start:refused" rt-import --db store/r.db --reread figures.csv

# what somebody said is written wherever that is: by a link, in a folder of its own, in a device
mkdir far
: >far/real.csv
ln -s "$PWD/far/real.csv" out/link.csv
rt-status resolutions --db store/r.db -o out/link.csv
[ -s far/real.csv ] || wrong 'a link was not followed'
rt-status resolutions --db store/r.db --format csv -o /dev/null || wrong '/dev/null'
[ $failed = 0 ]
