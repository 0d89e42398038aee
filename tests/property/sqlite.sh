#!/bin/sh
# SPDX-License-Identifier: MIT
# The functions for SQLite answer as the tools do: evolutions of every month of the example network, of
# the whole and of each territory, from exact sums and from what the tools print; ratios; rounding
# against whole numbers; periods as rt-import reads them, and as the views have their days.
# shellcheck source=tests/property/network.inc
set -e
. "$ROOT/tests/property/network.inc"
command -v sqlite3 >/dev/null || exit 77
functions=$(command -v rt-import)
functions=${functions%/bin/rt-import}/relais_sql
[ -f "$functions.so" ] || wrong sqlite "there is no $functions.so"
# built to be watched, it loads into programs that are watched alone
! nm -D "$functions.so" | grep -q '__asan_\|__ubsan_' || exit 77
[ "$(nm -D --defined-only "$functions.so" | awk '$2 == "T" { print $3 }')" = sqlite3_relaissql_init ] ||
	wrong sqlite 'it shows more than its entry'

sql() { sqlite3 -csv -cmd ".load $functions" "$@" | sed 's/\.0\(,\|$\)/\1/g; s/\.0,/,/g'; }
day='--today 2025-09-15'
cp -R "$ROOT/share/example/." .
# shellcheck disable=SC2086 # words are meant
rt-import -q --db r.db $day territoires.csv offices.csv grilles/202[34]-*.csv grilles/2025-0[1-8].csv || [ $? -eq 1 ]

# ---- every evolution of the example, from the sums the tools print --------------------------
for by in month month,epci; do
	# shellcheck disable=SC2086
	rt-observatory evolution --db r.db $day --by $by -p 2024-01..2025-08 --format csv |
		awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
			$at["value"] != "" && $at["previous"] != "" {
				print $1, $2, $at["value"], $at["previous"], $at["evolution"] }' >told
	[ $by != month ] || cp told network
	cat told
done >evolutions
[ "$(wc -l <evolutions)" -gt 1000 ] || wrong evolution "only $(wc -l <evolutions)"
# what adds up: of ratios and marks what is printed is rounded, or the change is in points
sql r.db "SELECT code FROM v_indicator WHERE over_offices = 'sum'" >additive
awk -F, 'NR == FNR { sum[$1]; next } $1 in sum' additive evolutions >want
cut -d, -f1-4 want >said.csv
sql r.db 'CREATE TEMP TABLE said (indicator TEXT, grp TEXT, now TEXT, before TEXT)' '.import said.csv said' \
	'SELECT *, rt_evolution(now, before) FROM said ORDER BY rowid' >got
same evolution 'from what the tools print' want got

# ---- and from the exact sums of the views ---------------------------------------------------
sql r.db "SELECT indicator, period, rt_evolution(sum(units), sum(previous_units)) FROM v_compared JOIN v_indicator ON code = indicator
	WHERE counts = 1 AND over_offices = 'sum' GROUP BY indicator, period" |
	sort >got
awk -F, -v OFS=, '{ print $1, $2, $5 }' network | sort >all
# the tools have computed totals besides, of which there is nothing in the views
awk -F, 'NR == FNR { told[$1]; next } $1 in told' got all >wanted
same evolution 'from the views' wanted got
[ "$(wc -l <got)" -gt 100 ] || wrong evolution "only $(wc -l <got) from the views"

# ---- ratios, to the last digit --------------------------------------------------------------
# shellcheck disable=SC2086
rt-observatory totals --db r.db $day --by month -i part_etrangers -p 2024-01..2025-08 --format csv |
	awk -F, -v OFS=, 'NR > 1 && $4 != "" { print $2, $4 }' >wanted
sql r.db "SELECT f.period, rt_ratio(sum(f.units), sum(c.units), 100) FROM v_current AS f
	JOIN v_current AS c ON c.unit = f.unit AND c.period = f.period AND c.indicator = 'contacts_guichet'
	WHERE f.indicator = 'contacts_etrangers' AND f.status = 'value' AND c.status = 'value'
	AND f.period BETWEEN '2024-01' AND '2025-08' GROUP BY f.period" >got
same ratio part_etrangers wanted got

# ---- rounding against whole numbers, half away from zero ------------------------------------
sql :memory: "WITH RECURSIVE n(i, units) AS (SELECT 1, -98765432101 UNION ALL
		SELECT i + 1, (units * 31 + i * 7919 + 5) % 200000000000 FROM n WHERE i < 5000),
	d(decimals, places) AS (VALUES (6, 2), (3, 0), (5, 4), (2, 1), (1, 0)),
	r AS (SELECT units, decimals, places, CAST(substr('1000000', 1, decimals - places + 1) AS integer) AS step FROM n, d),
	w AS (SELECT *, (abs(units) + step / 2) / step * CASE WHEN units < 0 THEN -1 ELSE 1 END AS whole FROM r),
	t AS (SELECT *, printf('%s%d.%0*d', CASE WHEN units < 0 THEN '-' ELSE '' END,
		abs(units) / CAST(substr('1000000', 1, decimals + 1) AS integer), decimals,
		abs(units) % CAST(substr('1000000', 1, decimals + 1) AS integer)) AS text FROM w)
	SELECT count(*), sum(rt_round(units, decimals, places) = whole / CASE places WHEN 0 THEN 1 ELSE
		CAST(substr('1000000', 1, places + 1) AS real) END),
		sum(rt_round(text, places) = rt_round(rt_round(text, places), places)),
		sum(CAST(rt_round(text, places) AS real) = rt_round(units, decimals, places)) FROM t" >got
echo 25000,25000,25000,25000 >wanted
same rounding 'in 64 bits' wanted got

# ---- periods: every spelling as rt-import reads it ------------------------------------------
cat >spelled <<'WORDS'
2024
année 2024
2024-08
2024/08
202401
2024M01
8/2024
janv-24
Août 2024
fevrier 2024
déc. 24
August 2024
T1 2024
2024Q1
3e trimestre 2024
3rd quarter 2024
2e semestre 2024
1er août 2024
2024-08-01
WORDS
{ echo 'office;indicator;period;value'; sed 's/.*/OT-99-001;contacts_guichet;"&";1/' spelled; } >file.csv
# shellcheck disable=SC2086
rt-import -q $day file.csv | sed 1d | cut -d, -f3 | sort -u >wanted
sql -cmd "CREATE TABLE s (word TEXT)" -cmd '.separator |' -cmd '.import spelled s' :memory: 'SELECT DISTINCT rt_period(word) FROM s ORDER BY 1' >got
same period 'as files are read' wanted got
sql r.db "SELECT count(*) FROM v_observation WHERE first_day <> rt_period(period, 'first day')
	OR last_day <> rt_period(period, 'last day') OR period <> rt_period(first_day, length)
	OR rt_period(rt_period(period, 'fr')) <> period OR rt_period(rt_period(period, 'en')) <> period" \
	"SELECT count(*) FROM v_compared WHERE previous_period <> rt_period(period, '-1 year')
	OR previous_period <> rt_period(period, '-' || CASE WHEN length(period) = 4 THEN 1 ELSE 12 END)" >got
printf '0\n0\n' >wanted
same period 'as the views have them' wanted got

# ---- what cannot be answered is an error with its cure, in the reader's language ------------
said() { sqlite3 -cmd ".load $functions" :memory: "SELECT $1" 2>&1 | sed 's/^Error: stepping, //'; }
while IFS='|' read -r call want; do
	[ "$(said "$call")" = "$want" ] || wrong "$call" "it says '$(said "$call")', not '$want'"
done <<'CALLS'
rt_period('2024-08', '+1 quarter', 'quarter', 'en')|4th quarter 2024
rt_period('T3 2024', 'first month', '-1 year')|2023-07
rt_period('2024-08', NULL)|
rt_period('foo')|'foo' is not a period: write 2024, 2024-08, 2024-T3 or 2024-S1
rt_period('2024-01..2024-03')|'2024-01..2024-03' is not a period: write 2024, 2024-08, 2024-T3 or 2024-S1
rt_period('2024', 'month')|'2024' is not part of a shorter period
rt_period('2024', '+1 month')|rt_period() cannot move by '+1 month': the period is longer than that
rt_period('2024-08', '+1 week')|rt_period() does not know how to move by '+1 week': write +1, -1 year, +2 quarters
rt_period('2024-08', '+99999999999999999999')|a period is in the years 1900 to 2199
rt_period('2199-12', '+1')|a period is in the years 1900 to 2199
rt_period('1900-01', '-1')|a period is in the years 1900 to 2199
rt_period('1900', '+299', 'last day')|2199-12-31
rt_period('2024', 'last day', '+1')|rt_period() cannot go on with '+1': a day, or words for people, come last
rt_period()|rt_period() needs a period: rt_period('2024-08')
rt_evolution(1930, 1800)|7.222222
rt_evolution(-1, -2)|-50.0
rt_evolution(3, 0)|
rt_evolution('0.3', 0.1 + 0.1)|50.0
rt_evolution(1.0 / 3, 1)|'0.333333333333333' has more than 6 decimals, or does not fit in 64 bits
rt_evolution('12,5', 1)|'12,5' is not a plain decimal: digits and a point, as in -12.5
rt_evolution(9223372036854775807, 1)|the result does not fit in 64 bits
rt_ratio(2, 3, 100, 1)|66.7
rt_round('9007199254740993.5', 0)|9007199254740994
rt_round(2.675, 2)|2.68
rt_round(-0.0000004, 6)|0.0
rt_round(12.5, 7)|7 decimals: numbers have 0 to 6
rt_round(12.5, 'x')|'x' is not a whole number
rt_round(1e300, 2)|'1.00000000000000e+300' is not a plain decimal: digits and a point, as in -12.5
rt_format(-1234567.891, 2, 'en')|−1,234,567.89
rt_format(1, 2, 'de')|'de' is not a language: write fr or en
CALLS
LC_ALL=fr_FR.UTF-8 LANGUAGE='' said "rt_period('foo')" >got
cat >wanted <<'FRENCH'
« foo » n’est pas une période : écrivez 2024, 2024-08, 2024-T3 ou 2024-S1
FRENCH
same fr 'what it says' wanted got
# they may stand in an index: the same to the same, whoever defined them
sqlite3 -cmd ".load $functions" -cmd 'PRAGMA trusted_schema = OFF' i.db \
	'CREATE TABLE t (p TEXT); CREATE INDEX i ON t (rt_period(p)); CREATE VIEW v AS SELECT rt_period(p) AS p FROM t' \
	"INSERT INTO t VALUES ('août 2024')" 'SELECT p FROM v' >got
echo 2024-08 >wanted
same view 'in views and indexes' wanted got
