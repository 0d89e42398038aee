#!/bin/sh
# SPDX-License-Identifier: MIT
rt-import -q --db r.db territoires.csv offices.csv
rt-import -q --db r.db grilles/2024-*.csv
rt-observatory values --db r.db -p 2024 --format csv
