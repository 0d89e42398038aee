#!/bin/sh
# SPDX-License-Identifier: MIT
# A few of the faults of `make check-faults`, of each sort: calls and memory that are refused, power cuts, kills, disks
# that are full, over a store that is made, imported into, undone, published from, upgraded and copied. Skipped where
# make did not build what makes the faults.
# unwatched sanitizers have a malloc of their own
set -eu
BIN=$(command -v rt-import)
BIN=${BIN%/rt-import}
TESTS=${BIN%/bin}/tests/faults
[ -x "$TESTS/faults" ] || exit 77
export BIN TESTS
"$ROOT/tests/faults/run"
