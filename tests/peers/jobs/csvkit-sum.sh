#!/bin/sh
# SPDX-License-Identifier: MIT
csvsql --query 'select indicator, period, sum(value) from many group by 1, 2 order by 1, 2' many.csv
