#!/bin/sh
# SPDX-License-Identifier: MIT
sqlite-utils insert f.db figures figures.csv --csv --detect-types --silent
sed '1s/^\xef\xbb\xbf//' offices.csv | sqlite-utils insert f.db offices - --csv --delimiter ';' --silent
sqlite-utils f.db "select o.Territoire, sum(n.value), sum(p.value) from figures n
	join figures p on p.office = n.office and p.indicator = n.indicator and p.period = '2023-08'
	join offices o on o.\"Code office\" = n.office
	where n.period = '2024-08' and n.indicator = 'contacts_guichet' and n.value <> '' and p.value <> ''
	group by 1 order by 1" --csv
