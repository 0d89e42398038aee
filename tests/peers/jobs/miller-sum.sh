#!/bin/sh
# SPDX-License-Identifier: MIT
# Miller has words and variables of its own
# shellcheck disable=SC1010,SC1112,SC2016
mlr --csv stats1 -a sum -f value -g indicator,period then sort -f indicator,period many.csv
