#!/bin/sh
# SPDX-License-Identifier: MIT
rt-import -q --db r.db --create offices,indicators many.csv
rt-observatory series --db r.db --format csv | cut -d, -f1,3,4
