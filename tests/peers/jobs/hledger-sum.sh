#!/bin/sh
# SPDX-License-Identifier: MIT
cat >many.rules <<'RULES'
skip 1
fields office, indicator, date, amount
date-format %Y-%m
account1 %indicator
account2 offices:%office
RULES
hledger -f many.csv --rules-file many.rules balance not:offices --monthly --layout tidy -O csv | cut -d, -f1,2,6
