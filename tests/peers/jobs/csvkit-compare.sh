#!/bin/sh
# SPDX-License-Identifier: MIT
sed '1s/^\xef\xbb\xbf//' offices.csv | csvformat -d ';' >o.csv
csvsql --query "select o.Territoire, sum(n.value), sum(p.value) from figures n
	join figures p on p.office = n.office and p.indicator = n.indicator and p.period = '2023-08'
	join o on o.\"Code office\" = n.office
	where n.period = '2024-08' and n.indicator = 'contacts_guichet' and n.value <> '' and p.value <> ''
	group by 1 order by 1" --no-inference figures.csv o.csv
