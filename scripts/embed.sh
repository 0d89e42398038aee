#!/bin/sh
# SPDX-License-Identifier: MIT
# embed.sh SYMBOL FILE - print FILE as a NUL-terminated array of bytes and its size, in C
set -eu
printf 'extern const unsigned char %s[];\nextern const unsigned long %s_size;\n' "$1" "$1"
printf 'const unsigned char %s[] = {\n' "$1"
od -An -v -tu1 "$2" | sed 's/  */ /g; s/ $//; s/ \([0-9]*\)/\1,/g'
printf '0};\nconst unsigned long %s_size = sizeof %s - 1;\n' "$1" "$1"
