#!/bin/sh
# SPDX-License-Identifier: MIT
# A thousand training plans, each the sessions of a theme: what is refused, and what the others add
# up to, is what awk finds in whole cents and hundredths of an hour. The order of lines and of
# files changes nothing.
# shellcheck source=tests/property/network.inc
set -e
. "$ROOT/tests/property/network.inc"
plans=$(share_of 1000)
least=$((plans / 2))

# Sessions with the sums a funder too many breaks: cost, six funders, in cents.
awk -v plans="$plans" 'BEGIN {
	srand(20261127)
	print "session,title,theme,state,begins,days,hours,seats,teaching_eur,other_costs_eur,opco_eur,cnfpt_eur,region_eur,relais_eur,offices_eur,others_eur,satisfaction,answers"
	for (p = 1; p <= plans; p++) {
		n = 1 + int(rand() * 4)
		for (i = 1; i <= n; i++) {
			cost = int(rand() * 300000); other = rand() < .3 ? 0 : int(rand() * 50000)
			left = cost + other; row = ""
			for (f = 1; f <= 6; f++) {
				part = rand() < .4 ? -1 : int(rand() * left)
				if (part > 0) left -= part
				if (f == 6 && rand() < .1) part = left + (rand() < .5 ? 1 : 2 + int(rand() * 50)) # a cent more, or too much
				row = row "," (part < 0 ? "" : sprintf("%d.%02d", int(part / 100), part % 100))
			}
			days = 1 + int(rand() * 3); hours = rand() < .5 ? "" : sprintf("%d.%02d", 3 + int(rand() * 15), 25 * int(rand() * 4))
			answers = rand() < .2 ? 0 : 1 + int(rand() * 9)
			mark = answers ? sprintf("%d.%d", 3 + int(rand() * 6), int(rand() * 10)) : ""
			printf "S-%04d-%d,t,plan %04d,%s,%d-%02d-%02d,%d,%s,%s,%d.%02d,%d.%02d%s,%s,%s\n", p, i, p,
				rand() < .1 ? "annule" : rand() < .8 ? "tenu" : "planifie",
				2023 + int(rand() * 3), 1 + int(rand() * 12), 1 + int(rand() * 28), days, hours,
				rand() < .1 ? "" : 5 + int(rand() * 12), int(cost / 100), cost % 100, int(other / 100), other % 100,
				row, mark, answers ? answers : ""
		}
	}
}' >sessions.csv
awk -F, 'BEGIN { srand(7); print "session,office,category,regime,trainees,absent,hours" }
NR > 1 {
	for (i = 1; i <= 5; i++) {
		if (rand() < .3) continue
		trainees = int(rand() * 4); absent = trainees && rand() < .2 ? 1 : 0
		kind = rand()
		printf "%s,OT-%d,%s,%d,%d,%s\n", $1, i, kind < .6 ? "accueil,prive" : kind < .9 ? "direction,public" : "elu,",
			trainees, absent, rand() < .15 ? sprintf("%d.5", 1 + int(rand() * 6)) : ""
	}
}' sessions.csv >enrolments.csv
printf 'code,name\n' >offices.csv
for i in 1 2 3 4 5; do echo "OT-$i,Office $i" >>offices.csv; done

day='--today 2026-01-15'
# shellcheck disable=SC2086 # word splitting of $day is meant
load() { # STORE SESSIONS ENROLMENTS
	rt-import -q --as offices --db "$1" $day offices.csv || exit 1
	rt-import --db "$1" $day --max-errors 0 "$2" 2>said-sessions || [ $? -eq 1 ] || exit 1
	rt-import --db "$1" $day --max-errors 0 "$3" 2>said-enrolments || [ $? -eq 1 ] || exit 1
}
load r.db sessions.csv enrolments.csv

# The lines of sessions that are refused are those where more is paid than a cent above the cost.
sed -n 's/.*csv:\([0-9]*\): .*\[funding-over-cost\]$/\1/p' said-sessions >refused
awk -F, 'function cents(x,  a) { if (x == "") return 0; split(x, a, "."); return a[1] * 100 + a[2] }
NR > 1 {
	paid = 0
	for (f = 11; f <= 16; f++) paid += cents($f)
	if (paid > cents($9) + cents($10) + 1) print NR
}' sessions.csv >expected
cmp refused expected
[ "$(wc -l <refused)" -gt $((plans / 20)) ] || { echo 'too few are refused to be a test' >&2; exit 1; }

# Of those taken: what is left, trainee-days, marks, seats, plan by plan, in whole numbers.
rt-import --export sessions --db r.db >s.csv
rt-import --export enrolments --db r.db >e.csv
awk -F, 'function cents(x,  a) { if (x == "") return 0; split(x, a, "."); a[2] = substr(a[2] "00", 1, 2); return a[1] * 100 + a[2] }
function money(c) { s = sprintf("%d.%02d", int(c / 100), c % 100); sub(/\.?0*$/, "", s); return s == "" ? 0 : s }
function rounded(top, bottom) { return int((2 * top + bottom) / (2 * bottom)) } # half up, of what is not below zero
FNR == 1 { file++; next }
file == 1 {
	off[$1] = $5 == "annule"; held[$1] = $5 == "tenu"; hours[$1] = $9 != "" ? cents($9) : 700 * $8; plan[$1] = $3; seats[$1] = $12
	if (off[$1]) next
	p = $3; sessions[p]++
	cost = cents($14) + cents($15); paid = 0
	for (f = 16; f <= 21; f++) { paid += cents($f); by[p, f] += cents($f); if ($f != "") said[p, f] = 1 }
	total[p] += cost; left[p] += cost > paid ? cost - paid : 0
	if ($12 != "") room[p] += $12
	if ($22 != "") { marks[p] += cents($22) * $23; answers[p] += $23 }
	next
}
{
	if (!($1 in plan) || off[$1]) next
	p = plan[$1]; came = $5 - $6
	rows[$1]++; people[p] += came; time[p] += came * ($7 != "" ? cents($7) : hours[$1])
	if (seats[$1] != "") seated[p] += came
	if (came > 0 && !((p, $2) in seen)) { seen[p, $2] = 1; offices[p]++ }
}
END {
	for (s in plan) unsaid[plan[s]] += held[s] && !rows[s]
	for (p in sessions) {
		known = unsaid[p] < sessions[p] # held, and nobody said who came: not nobody
		row = p "," sessions[p] "," (known ? offices[p] + 0 "," people[p] + 0 "," money(rounded(time[p], 7)) : ",,") "," money(total[p])
		for (f = 16; f <= 21; f++) row = row "," (said[p, f] ? money(by[p, f]) : "")
		row = row "," money(left[p]) "," (room[p] ? room[p] : "") "," (answers[p] ? money(rounded(marks[p], answers[p])) : "")
		print row
	}
}' s.csv e.csv | sort >expected
table() { # STORE ARG...: the figures of each group
	store=$1
	shift
	# shellcheck disable=SC2086
	rt-plan training --db "$store" $day "$@" --format csv
}
table r.db --by theme | sed '1d;$d' | cut -d, -f1,3,5,7,8,11-18,19,21 | sort >got
cmp expected got
[ "$(wc -l <got)" -gt $((plans * 9 / 10)) ] || { echo 'too few plans are left to be a test' >&2; exit 1; }

# The total is the sum of the sessions, whatever they are grouped by; people of every key are the same.
for key in theme month category office territory; do
	table r.db --by $key | sed -n '$p' >total-$key
	cmp total-theme total-$key
	table r.db --by $key | awk -F, 'NR > 1 && $1 != "total" { n += $7 } $1 == "total" { exit n != $7 }'
done

# The order of lines means nothing, nor the day the money comes.
(sed 1q sessions.csv; sed 1d sessions.csv | sort -r) >s-reversed.csv
(sed 1q enrolments.csv; sed 1d enrolments.csv | sort -t, -k2,2 -k1,1r) >e-reversed.csv
load again.db s-reversed.csv e-reversed.csv
for kind in sessions enrolments; do
	rt-import --export $kind --db r.db >a
	rt-import --export $kind --db again.db | cmp a -
done
table again.db --by theme | sed '1d;$d' | cut -d, -f1,3,5,7,8,11-18,19,21 | sort | cmp got -

# No session that is left has money and nobody it is for.
if table r.db | cut -d, -f27 | grep -q i; then
	echo 'a session has money of a funder and nobody it is for' >&2
	exit 1
fi

# Told outside: every session told has three offices, none above 85 % of it; what is not told has them
# together, or the total is not told; a group is told when all its sessions are. Where nobody said who
# came (m), nothing is hidden and there is nothing to tell.
for year in 2023 2024 2025; do
	table r.db -p $year --diffusion public >outside
	table r.db -p $year --diffusion public --by theme >themes
	awk -F, '
	FNR == 1 { file++; next }
	file == 1 { came = $5 - $6; if (came) { n[$1, $2] += came; of[$1] = of[$1] " " $2; sum[$1] += came }; next }
	function holds(offices, of_whom, whole,   o, seen, count, most) {
		for (o in of_whom) if (of_whom[o] > 0) { count++; if (of_whom[o] > most) most = of_whom[o] }
		return !count || (count >= 3 && most * 100 <= 85 * whole)
	}
	file == 2 && $1 != "total" {
		split("", who); whole = 0
		for (i = 1; i <= 5; i++) { who["OT-" i] = n[$1, "OT-" i]; whole += who["OT-" i] }
		if ($NF !~ /s/) { if (!holds("", who, whole) || $11 + 0 != whole) { print "told: " $1; bad = 1 } }
		else { for (o in who) rest[o] += who[o]; left += whole; hidden[$3] = 1 }
		theme[$3] = 1
	}
	file == 2 && $1 == "total" { total = $11 }
	file == 3 && $1 != "total" && ($NF ~ /s/) != ($1 in hidden) { print "theme: " $1; bad = 1 }
	END {
		if (total != "" && !holds("", rest, left)) { print "the rest gives itself away"; bad = 1 }
		exit bad
	}' e.csv outside themes
done

# The plan that needs make: people add up, sessions are enough for them and no more, the shares of the
# cost make the cost to the cent; and so does the total.
awk 'BEGIN {
	srand(99)
	print "year,office,theme,category,regime,trainees,days"
	for (p = 1; p <= 1000; p++) for (o = 1; o <= 5; o++) {
		if (rand() < .5) continue
		k = rand()
		printf "2027,OT-%d,plan %04d,%s,%d,%s\n", o, p, k < .6 ? "accueil,prive" : k < .85 ? "direction,public" : "prestataire,", int(rand() * 9), rand() < .2 ? 1 + int(rand() * 3) : ""
	}
}' >needs.csv
# shellcheck disable=SC2086
rt-import -q --db r.db $day needs.csv
table r.db --plan 2027 >plan
awk -F, -v least="$least" 'function cents(x,  a) { split(x, a, "."); return a[1] * 100 + substr(a[2] "00", 1, 2) }
function bad(what) { print what ": " $0; failed = 1 }
NR == 1 { next }
$5 + $6 + $7 != $4 { bad("people") }
$1 != "total" && $9 != "" && ($9 * $8 < $4 || ($9 - 1) * $8 >= $4 && $4 > 0) { bad("sessions") }
$12 != "" && cents($13) + cents($14) + cents($15) != cents($12) { bad("shares") }
$1 != "total" { for (i = 4; i <= 15; i++) if (i != 8 && i != 10 && i != 11) sum[i] += i < 10 ? $i : cents($i); rows += $12 != "" }
$1 == "total" { for (i = 4; i <= 15; i++) if (i != 8 && i != 10 && i != 11 && sum[i] != (i < 10 ? $i : cents($i))) bad("total " i) }
END { exit failed || rows < least }' plan
