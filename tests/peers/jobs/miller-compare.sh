#!/bin/sh
# SPDX-License-Identifier: MIT
# Miller has words and variables of its own
# shellcheck disable=SC1010,SC1112,SC2016
sed '1s/^\xef\xbb\xbf//' offices.csv | mlr --icsv --ocsv --ifs ';' rename 'Code office,office,Territoire,territory' then cut -f office,territory >keys.csv
mlr --csv filter '$indicator == "contacts_guichet" && $period =~ "-08$" && $value != ""' \
	then cut -x -f indicator then reshape -s period,value then unsparsify \
	then filter 'is_not_empty(${2023-08}) && is_not_empty(${2024-08})' \
	then join -j office -f keys.csv then stats1 -a sum -f 2024-08,2023-08 -g territory then sort -f territory figures.csv
