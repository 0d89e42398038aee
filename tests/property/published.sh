#!/bin/sh
# SPDX-License-Identifier: MIT
# published.sh - figures that others have published come out of the levels they published beside
# them: Eurostat's year-on-year rates, all of them; the attendance of the museums, by year and place;
# and the season of a series, as R has it, where there is R.
set -u
LC_ALL=C
export LC_ALL
data=$ROOT/../shared/data
[ -d "$data" ] || { echo "no $data: skipped"; exit 77; }
wrong() {
	echo "$1"
	exit 1
}

# ---- Eurostat: unit NR holds the nights, PCH_SM their change on the same month a year before ------
# The rates of a year have no decimal, one or two, trailing zeros gone: as many as the longest of that
# series and year has. Those of Luxembourg of 2018 to 2021 are not those of the levels beside them,
# which were revised later: they are left out, and so are rates whose levels the file does not hold.
nights=$data/eurostat/tour_occ_nim_BE_LU.tsv
rt-import -q --create offices,indicators --today 2026-11-24 --db e.db --profile eurostat "$nights" 2>said
awk -F'\t' '
NR == 1 { for (i = 2; i <= NF; i++) { period[i] = $i; sub(/ +$/, "", period[i]) } next }
split($1, key, ",") && key[3] == "PCH_SM" {
	split("", decimals)
	for (i = 2; i <= NF; i++) {
		sub(/ .*$/, "", $i)
		year = substr(period[i], 1, 4)
		n = split($i, part, ".") == 2 ? length(part[2]) : 0
		if (n > decimals[year] + 0) decimals[year] = n
	}
	for (i = 2; i <= NF; i++) {
		year = substr(period[i], 1, 4)
		if ($i != ":" && (key[5] != "LU" || year < 2018 || year > 2021))
			print key[5] "," key[2] ".NR." key[4] "," period[i] "," $i "," decimals[year] + 0
	}
}' "$nights" >published
for office in BE LU; do
	rt-observatory evolution --db e.db -O $office -p 1991-01..2026-02 --by month --today 2026-11-24 --format csv |
		awk -F, -v office=$office '$1 ~ /[.]NR[.]/ && $6 != "" { print office "," $1 "," $3 "," $6 }'
done >computed
# Rounded half away from zero from the six decimals printed; when these end in a five and zeros,
# what was cut decides and both are good.
awk -F, '
function rounded(micro, unit, up) { return int((micro + (up ? unit / 2 : unit / 2 - 1)) / unit) * unit }
NR == FNR { rate[$1, $2, $3] = $4; next }
($1, $2, $3) in rate {
	unit = 1000000 / 10 ^ $5
	ours = int((rate[$1, $2, $3] < 0 ? -1 : 1) * rate[$1, $2, $3] * 1000000 + 0.5)
	theirs = int(($4 < 0 ? -1 : 1) * $4 * 1000000 + 0.5)
	same = theirs == rounded(ours, unit, 1) || theirs == rounded(ours, unit, 0)
	if (theirs && ($4 < 0) != (rate[$1, $2, $3] < 0)) same = 0
	if (same) good++; else print "differs: " $0 ", not " rate[$1, $2, $3]
}
END { print "reproduced: " good }' computed published >compared
! grep differs compared >differ || wrong "Eurostat: $(wc -l <differ) rates differ: $(head -3 differ)"
[ "$(sed -n 's/reproduced: //p' compared)" -gt 7000 ] || wrong "Eurostat: $(cat compared)"

# ---- museums: every year's total and how many answered, by sums in whole numbers -------------------
museums=$data/museums_fr/frequentation_musees_2012_2018_crlf.csv
rt-import -q --create offices,indicators,territories --today 2026-11-24 --db m.db --profile musees "$museums" 2>said
tr -d '\r' <"$museums" | awk -F';' 'NR > 1 && $10 != "" { sum[$5] += $10; n[$5]++ }
	END { for (y = 2012; y <= 2018; y++) printf "%d,%d,%d\n", y, sum[y], n[y] }' >counted
rt-observatory totals --db m.db -i visiteurs_total --by year -p 2012..2018 --today 2026-11-24 --format csv |
	sed 1d | cut -d, -f3-5 >told
diff counted told || wrong 'museums: the totals of the years are not those of the file'

# ---- Tromsø: the season of the series, as decompose and stl of R have it ----------------------------
command -v Rscript >/dev/null 2>&1 || exit 0
ships=$data/tourism_intl/tromso_passengers_monthly.csv
rt-import -q --create offices,indicators --today 2026-11-24 --db t.db -O TOS -i croisieres "$ships" 2>said
season() {
	rt-observatory season --db t.db -i croisieres --today 2026-11-24 --format csv --components "$@" |
		awk -F, -v method="$2" 'NR > 1 { print method "," $4 "," $6 "," $7 }'
}
{
	season --method additive
	season --method stl
} >ours.csv
cat >season.R <<'R'
ours <- read.csv("ours.csv", header = FALSE)
for (method in c("additive", "stl")) {
	mine <- ours[ours$V1 == method, ]
	x <- ts(mine$V2, frequency = 12)
	p <- if (method == "stl") stl(x, "periodic")$time.series[, c("seasonal", "remainder")] else {
		d <- decompose(x); cbind(d$seasonal, d$random) }
	gap <- max(abs(as.matrix(mine[, 3:4]) - p), na.rm = TRUE)
	if (nrow(mine) < 48 || !is.finite(gap) || gap > if (method == "stl") 1e-4 else 1e-6)
		cat(method, nrow(mine), gap, "\n")
}
R
Rscript --vanilla season.R >differ 2>&1
[ ! -s differ ] || wrong "Tromsø: $(cat differ)"
