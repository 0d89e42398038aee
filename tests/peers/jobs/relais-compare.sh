#!/bin/sh
# SPDX-License-Identifier: MIT
rt-import -q --db r.db --create territories offices.csv figures.csv
rt-observatory evolution --db r.db -p 2024-08 -i contacts_guichet --by territory --format csv | cut -d, -f2,4,5
