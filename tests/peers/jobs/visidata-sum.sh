#!/bin/sh
# SPDX-License-Identifier: MIT
cat >sum.vdj <<'VDJ'
{"sheet": "many", "col": "indicator", "row": "", "longname": "key-col", "input": ""}
{"sheet": "many", "col": "value", "row": "", "longname": "type-float", "input": ""}
{"sheet": "many", "col": "value", "row": "", "longname": "aggregate-col", "input": "sum"}
{"sheet": "many", "col": "period", "row": "", "longname": "pivot", "input": ""}
VDJ
vd -b --play sum.vdj many.csv -o pivot.csv && cat pivot.csv
