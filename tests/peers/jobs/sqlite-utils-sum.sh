#!/bin/sh
# SPDX-License-Identifier: MIT
sqlite-utils insert m.db figures many.csv --csv --detect-types --silent
sqlite-utils m.db 'select indicator, period, sum(value) from figures group by 1, 2 order by 1, 2' --csv
