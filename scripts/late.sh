#!/bin/sh
# SPDX-License-Identifier: MIT
# late.sh header|table FILE.late - print, in C, the header or the table of functions of a library that is
# loaded late (lib/base/late.h). The table's soname is read from what $CC links for -lNAME.
set -eu
list=$2
name=$(basename "$list" .late)
# each SED - every function by this command of sed
each() { sed -e '/^#/d; /^include /d; /^$/d' -e "$1" "$list"; }

header() {
	cat <<-END
		/* made by scripts/late.sh of $list */
		#ifndef LATE_$name
		#define LATE_$name
		#include <$(sed -n 's/^include //p' "$list")>
		#include <relais.h>
		typedef struct late_$name {
		$(each 's/.*/	__typeof__(\&&) &;/')
		} late_$name;
		extern late_$name ${name}_late;
		__attribute__((warn_unused_result)) relais_status ${name}_load(relais_error *err);
		$(each "s/.*/#define & (*${name}_late.&)/")
		#endif
	END
}

soname() {
	work=$(mktemp -d)
	trap 'rm -rf "$work"' EXIT
	echo 'int main(void) { return 0; }' >"$work/main.c"
	# $CC and $LDFLAGS may be several words
	# shellcheck disable=SC2086
	${CC:-cc} ${LDFLAGS-} -o "$work/main" "$work/main.c" -Wl,--no-as-needed "-l$name" >&2
	# objdump reads no foreign machine's files, readelf does
	LC_ALL=C ${READELF:-readelf} -d "$work/main" | sed -n "s/.*(NEEDED).*\[\(lib$name\.so[^]]*\)\].*/\1/p" | grep .
}

table() {
	soname=$(soname) || {
		echo "late.sh: cannot link -l$name: make doctor says what is missing" >&2
		exit 1
	}
	cat <<-END
		/* made by scripts/late.sh of $list */
		#include <late/$name.h>
		#include "lib/base/late.h"
		late_$name ${name}_late;
		static const char *const names[] = {
		$(each 's/.*/	"&",/')
		};
		_Static_assert(sizeof ${name}_late == sizeof names, "a pointer for each name");
		static late self = { "$soname", sizeof names / sizeof *names, names, &${name}_late, false };
		relais_status ${name}_load(relais_error *err)
		{
			return late_load(&self, err);
		}
	END
}

case $1 in
header | table) "$1" ;;
*) exit 2 ;;
esac
