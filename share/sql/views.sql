-- What is worked out from the other views: who counts for whom, who is expected, what can be compared.
-- This very text makes them in a store (SQLite), in PostgreSQL and in DuckDB: nothing but what the
-- three understand alike. Documented in relais-sql(5). Nothing here is protected.

-- the day of the last import, from which the views look at mergers
CREATE VIEW v_known AS
SELECT max(received_on) AS day, max(batch) AS batch
  FROM v_batch;

-- what whole units are divided by: sums of units are exact
CREATE VIEW v_scale AS
SELECT 0 AS decimals, 1 AS scale
 UNION ALL SELECT 1, CAST(10 AS double precision)
 UNION ALL SELECT 2, CAST(100 AS double precision)
 UNION ALL SELECT 3, CAST(1000 AS double precision)
 UNION ALL SELECT 4, CAST(10000 AS double precision)
 UNION ALL SELECT 5, CAST(100000 AS double precision)
 UNION ALL SELECT 6, CAST(1000000 AS double precision);

-- each territory within itself (steps 0) and within each one around it
CREATE VIEW v_within AS
WITH RECURSIVE around(territory, ancestor, steps) AS (
SELECT code, code, 0 FROM v_territory
UNION
SELECT a.territory, t.parent, a.steps + 1
  FROM around AS a
  JOIN v_territory AS t ON t.code = a.ancestor
 WHERE t.parent IS NOT NULL AND a.steps < 20
)
SELECT territory, ancestor, steps
  FROM around;

-- who counts with whom: a bureau with its office, an office that merged with the one that goes on
CREATE VIEW v_unit AS
WITH RECURSIVE chain(office, unit, steps) AS (
SELECT code, coalesce(bureau_of, code), 0 FROM v_office
UNION ALL
SELECT c.office, o.merged_into, c.steps + 1
  FROM chain AS c
  JOIN v_office AS o ON o.code = c.unit
  JOIN v_office AS next ON next.code = o.merged_into
 CROSS JOIN v_known AS k
 WHERE o.closed_on < k.day AND c.steps < 100
),
longest AS (
SELECT office, max(steps) AS steps FROM chain GROUP BY office
)
SELECT c.office, c.unit
  FROM chain AS c
  JOIN longest AS l ON l.office = c.office AND l.steps = c.steps;

-- every office that was open, for every figure that somebody told, as it was told: status silent when
-- it was not
CREATE VIEW v_expected AS
SELECT o.code AS office, a.indicator, a.period, coalesce(n.status, 'silent') AS status, n.value,
       a.first_day, a.last_day
  FROM v_figure AS a
  JOIN v_office AS o
    ON (o.opened_on IS NULL OR o.opened_on <= a.last_day)
   AND (o.closed_on IS NULL OR o.closed_on >= a.first_day)
  LEFT JOIN v_observation AS n
    ON n.office = o.code AND n.indicator = a.indicator AND n.period = a.period;

-- The figures on the current geography: of a unit, when every office of it that was open and concerned has
-- one; of an office with bureaux its own, else theirs when all of them have one. A unit that was open and of
-- which nothing came has a row too. What is known and what there might be are put one above the other and
-- added up over windows: a join of the two, and groups of groups, would keep an engine from looking at no
-- more than the indicator that is asked for.
CREATE VIEW v_current AS
WITH figure AS MATERIALIZED (
SELECT indicator, period, first_day, last_day, decimals FROM v_figure
),
span AS MATERIALIZED (
SELECT DISTINCT period, first_day, last_day FROM figure
),
bureau AS (                                  -- since when an office is one
SELECT o.code AS office, o.bureau_of AS mother, m.opened_on, m.closed_on, max(e.happened_on) AS since
  FROM v_office AS o
  JOIN v_office AS m ON m.code = o.bureau_of
  LEFT JOIN v_event AS e
    ON e.office = o.code AND e.type = 'transformation_en_bit' AND e.becomes = o.bureau_of
 GROUP BY o.code, o.bureau_of, m.opened_on, m.closed_on
),
place AS MATERIALIZED (                      -- through whom each one that was open counts
SELECT o.code AS office, s.period, u.unit,
       CASE WHEN b.mother IS NOT NULL AND (b.since IS NULL OR b.since <= s.first_day)
                 AND (b.opened_on IS NULL OR b.opened_on <= s.last_day)
                 AND (b.closed_on IS NULL OR b.closed_on >= s.first_day)
            THEN b.mother ELSE o.code END AS owner
  FROM v_office AS o
  JOIN v_unit AS u ON u.office = o.code
  JOIN span AS s
    ON (o.opened_on IS NULL OR o.opened_on <= s.last_day)
   AND (o.closed_on IS NULL OR o.closed_on >= s.first_day)
  LEFT JOIN bureau AS b ON b.office = o.code
),
branches AS MATERIALIZED (                   -- how many bureaux an office has
SELECT owner, period, count(*) AS bureaux FROM place WHERE owner <> office GROUP BY owner, period
),
shared AS (                                  -- of offices with bureaux: their own, and what these sent
SELECT p.unit, p.owner, n.indicator, n.period, b.bureaux,
       sum(CASE WHEN p.owner = p.office AND n.status IN ('value', 'zero') THEN 1 ELSE 0 END) AS own,
       sum(CASE WHEN p.owner = p.office THEN coalesce(n.units, 0) ELSE 0 END) AS own_units,
       sum(CASE WHEN p.owner = p.office AND n.status = 'not_concerned' THEN 1 ELSE 0 END) AS own_apart,
       sum(CASE WHEN p.owner <> p.office AND n.status IN ('value', 'zero') THEN 1 ELSE 0 END) AS got,
       sum(CASE WHEN p.owner <> p.office THEN coalesce(n.units, 0) ELSE 0 END) AS units,
       sum(CASE WHEN p.owner <> p.office AND n.status = 'not_concerned' THEN 1 ELSE 0 END) AS apart,
       sum(CASE WHEN p.owner <> p.office AND n.status IN ('missing', 'refused') THEN 1 ELSE 0 END) AS lacks
  FROM v_observation AS n
  LEFT JOIN place AS p ON p.office = n.office AND p.period = n.period
  LEFT JOIN branches AS b ON b.owner = p.owner AND b.period = p.period
 WHERE coalesce(b.bureaux, 0) > 0
 GROUP BY p.unit, p.owner, n.indicator, n.period, b.bureaux
),
entry AS (                                   -- what a unit is asked for, and what came: of a closed office, for nobody
SELECT p.unit, f.indicator, f.period, 1 AS offices, f.decimals, f.first_day, f.last_day,
       0 AS collected, CAST(0 AS bigint) AS units, 0 AS not_concerned
  FROM place AS p
  JOIN figure AS f ON f.period = p.period
 WHERE p.owner = p.office
 UNION ALL
SELECT p.unit, n.indicator, n.period, 0, NULL, NULL, NULL,
       CASE WHEN n.status IN ('value', 'zero') THEN 1 ELSE 0 END, coalesce(n.units, 0),
       CASE WHEN n.status = 'not_concerned' THEN 1 ELSE 0 END
  FROM v_observation AS n
  LEFT JOIN place AS p ON p.office = n.office AND p.period = n.period
  LEFT JOIN branches AS b ON b.owner = p.owner AND b.period = p.period
 WHERE b.owner IS NULL
 UNION ALL
SELECT unit, indicator, period, 0, NULL, NULL, NULL,
       CASE WHEN own > 0 OR got > 0 AND got + apart = bureaux THEN 1 ELSE 0 END,
       CASE WHEN own > 0 THEN own_units WHEN got > 0 AND got + apart = bureaux THEN units ELSE 0 END,
       CASE WHEN own > 0 THEN 0 WHEN got = 0 AND apart = bureaux THEN 1
            WHEN own_apart > 0 AND lacks = 0 AND (got = 0 OR got + apart < bureaux) THEN 1 ELSE 0 END
  FROM shared
),
unit AS (
SELECT unit, indicator, period, row_number() OVER w AS nth, sum(offices) OVER w AS offices,
       max(decimals) OVER w AS decimals, max(first_day) OVER w AS first_day,
       max(last_day) OVER w AS last_day, sum(collected) OVER w AS collected,
       sum(units) OVER w AS units, sum(not_concerned) OVER w AS not_concerned
  FROM entry
WINDOW w AS (PARTITION BY unit, indicator, period)
),
judged AS (
SELECT unit, indicator, period, decimals, CAST(units AS bigint) AS units, first_day, last_day,
       CASE WHEN not_concerned = offices THEN 'not_concerned'
            WHEN collected > 0 AND collected + not_concerned = offices THEN 'value'
            ELSE 'missing' END AS status
  FROM unit
 WHERE nth = 1 AND offices > 0
)
SELECT j.unit, j.indicator, j.period, j.status,
       CASE WHEN j.status = 'value' THEN j.units / c.scale END AS value,
       CASE WHEN j.status = 'value' THEN j.units END AS units, j.decimals, j.first_day, j.last_day
  FROM judged AS j
  JOIN v_scale AS c ON c.decimals = j.decimals;

-- The figures of units, those of a year before beside; counts is 1 when a unit is in the constant
-- perimeter: both are there, and the same was counted of the same.
CREATE VIEW v_compared AS
WITH pair AS (
SELECT unit, indicator, period, status, value, units, decimals, last_day,
       CAST(CAST(substr(period, 1, 4) AS integer) - 1 AS text) || substr(period, 5) AS previous_period,
       lag(period) OVER w AS before, lag(status) OVER w AS previous_status,
       lag(value) OVER w AS previous, lag(units) OVER w AS previous_units,
       lag(first_day) OVER w AS since
  FROM v_current
WINDOW w AS (PARTITION BY unit, indicator, substr(period, 5) ORDER BY period)
),
adjacent AS (                                -- the one before may be of an earlier year
SELECT unit, indicator, period, status, value, units, decimals, last_day, previous_period,
       CASE WHEN before = previous_period THEN previous_status END AS previous_status,
       CASE WHEN before = previous_period THEN previous END AS previous,
       CASE WHEN before = previous_period THEN previous_units END AS previous_units,
       CASE WHEN before = previous_period THEN since END AS since
  FROM pair
),
change AS MATERIALIZED (                     -- definitions that changed, offices that were cut
SELECT b.indicator, u.unit, b.begins_on
  FROM v_break AS b
  JOIN v_unit AS u ON b.office IS NULL OR u.office = b.office
 UNION
SELECT NULL, u.unit, e.happened_on
  FROM v_event AS e
  JOIN v_unit AS u ON u.office = e.office OR u.office = e.becomes
 WHERE e.type = 'scission' AND e.becomes IS NOT NULL
)
SELECT a.unit, a.indicator, a.period, a.status, a.value, a.previous_period, a.previous_status,
       a.previous, a.units, a.previous_units, a.decimals,
       CASE WHEN a.status = 'value' AND a.previous_status = 'value' AND NOT EXISTS
                 (SELECT 1 FROM change AS c
                   WHERE c.unit = a.unit AND coalesce(c.indicator, a.indicator) = a.indicator
                     AND c.begins_on > a.since AND c.begins_on <= a.last_day)
            THEN 1 ELSE 0 END AS counts
  FROM adjacent AS a;

-- what the network's figures moved in a year, at constant perimeter; of indicators that add up over offices
CREATE VIEW v_evolution AS
WITH total AS (
SELECT c.indicator, c.period, c.previous_period, c.decimals, row_number() OVER w AS nth,
       CAST(sum(CASE WHEN c.counts = 1 THEN c.units END) OVER w AS bigint) AS units,
       CAST(sum(CASE WHEN c.counts = 1 THEN c.previous_units END) OVER w AS bigint) AS previous_units,
       CAST(sum(c.counts) OVER w AS bigint) AS offices,
       CAST(sum(CASE WHEN c.status <> 'not_concerned' THEN 1 ELSE 0 END) OVER w AS bigint) AS expected,
       sum(CASE WHEN c.counts = 1 THEN abs(c.previous_units) END) OVER w AS answered_weight,
       sum(CASE WHEN c.status <> 'not_concerned' THEN abs(c.previous_units) END) OVER w AS expected_weight
  FROM v_compared AS c
  JOIN v_indicator AS i ON i.code = c.indicator
 WHERE i.over_offices = 'sum'
WINDOW w AS (PARTITION BY c.indicator, c.period)
)
SELECT t.indicator, t.period, t.previous_period, t.units / s.scale AS value,
       t.previous_units / s.scale AS previous,
       round(100000000 * CAST(t.units - t.previous_units AS double precision)
             / nullif(t.previous_units, 0), 0) / 1000000 AS evolution,
       t.offices, t.expected,
       round(100000000 * CAST(t.answered_weight AS double precision)
             / nullif(t.expected_weight, 0), 0) / 1000000 AS coverage,
       t.units, t.previous_units, t.decimals
  FROM total AS t
  JOIN v_scale AS s ON s.decimals = t.decimals
 WHERE t.nth = 1 AND t.offices > 0;
