#!/bin/sh
# SPDX-License-Identifier: MIT
# the built-in relations name indicators of the catalogue
set -eu
cd "$(dirname "$0")/../.."
sed 1d share/relations.csv | tr , '\n' | grep -E '^[a-z_]{3,}$' | grep -vxE 'ignore|zero|warning|rejected' | sort -u |
	while read -r code; do
		grep -q "^$code," share/indicators.csv || echo "share/relations.csv: no indicator $code"
	done | grep . && exit 1
exit 0
