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
WITH asked AS (
SELECT DISTINCT indicator, period, first_day, last_day FROM v_observation
)
SELECT o.code AS office, a.indicator, a.period, coalesce(n.status, 'silent') AS status, n.value,
       a.first_day, a.last_day
  FROM asked AS a
  JOIN v_office AS o
    ON (o.opened_on IS NULL OR o.opened_on <= a.last_day)
   AND (o.closed_on IS NULL OR o.closed_on >= a.first_day)
  LEFT JOIN v_observation AS n
    ON n.office = o.code AND n.indicator = a.indicator AND n.period = a.period;

-- the figures on the current geography: of a unit, when every office of it that was open and
-- concerned has one; of an office with bureaux its own, else theirs when all of them have one
CREATE VIEW v_current AS
WITH span AS (
SELECT DISTINCT period, first_day, last_day FROM v_observation
),
bureau AS (                                  -- since when an office is one
SELECT o.code AS office, o.bureau_of AS mother, m.opened_on, m.closed_on, max(e.happened_on) AS since
  FROM v_office AS o
  JOIN v_office AS m ON m.code = o.bureau_of
  LEFT JOIN v_event AS e
    ON e.office = o.code AND e.type = 'transformation_en_bit' AND e.becomes = o.bureau_of
 GROUP BY o.code, o.bureau_of, m.opened_on, m.closed_on
),
place AS (                                   -- through whom each one that was open counts
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
branches AS (                                -- how many bureaux an office has
SELECT owner, period, count(*) AS bureaux FROM place WHERE owner <> office GROUP BY owner, period
),
members AS (                                 -- how many offices a unit has
SELECT unit, period, count(*) AS offices FROM place WHERE owner = office GROUP BY unit, period
),
told AS (
SELECT p.unit, p.owner, n.indicator, n.period, n.decimals, n.units,
       CASE WHEN p.owner = p.office THEN 1 ELSE 0 END AS own,
       CASE WHEN n.status IN ('value', 'zero') THEN 1 ELSE 0 END AS got,
       CASE WHEN n.status = 'not_concerned' THEN 1 ELSE 0 END AS apart,
       CASE WHEN n.status IN ('missing', 'refused') THEN 1 ELSE 0 END AS lacks
  FROM v_observation AS n
  JOIN place AS p ON p.office = n.office AND p.period = n.period
),
sent AS (                                    -- by each office, and by its bureaux
SELECT unit, owner, indicator, period, max(decimals) AS decimals,
       sum(own * got) AS own, sum(own * apart) AS own_apart, sum(own * got * coalesce(units, 0)) AS own_units,
       sum((1 - own) * got) AS got, sum((1 - own) * apart) AS apart, sum((1 - own) * lacks) AS lacks,
       sum((1 - own) * got * coalesce(units, 0)) AS units
  FROM told
 GROUP BY unit, owner, indicator, period
),
office AS (
SELECT s.unit, s.indicator, s.period, s.decimals,
       CASE WHEN s.own > 0 OR s.got > 0 AND s.got + s.apart = b.bureaux THEN 1 ELSE 0 END AS collected,
       CASE WHEN s.own > 0 THEN s.own_units ELSE s.units END AS units,
       CASE WHEN s.own > 0 THEN 0 WHEN s.got = 0 AND s.apart = b.bureaux THEN 1
            WHEN s.own_apart > 0 AND s.lacks = 0 AND (s.got = 0 OR s.got + s.apart < b.bureaux) THEN 1
            ELSE 0 END AS not_concerned
  FROM sent AS s
  LEFT JOIN branches AS b ON b.owner = s.owner AND b.period = s.period
),
unit AS (
SELECT o.unit, o.indicator, o.period, max(o.decimals) AS decimals, sum(o.collected) AS collected,
       sum(o.not_concerned) AS not_concerned,
       sum(CASE WHEN o.collected = 1 THEN o.units ELSE 0 END) AS units
  FROM office AS o
 GROUP BY o.unit, o.indicator, o.period
),
judged AS (
SELECT u.unit, u.indicator, u.period, u.decimals, u.units,
       CASE WHEN u.not_concerned = m.offices THEN 'not_concerned'
            WHEN u.collected > 0 AND u.collected + u.not_concerned = m.offices THEN 'value'
            ELSE 'missing' END AS status
  FROM unit AS u
  JOIN members AS m ON m.unit = u.unit AND m.period = u.period
)
SELECT j.unit, j.indicator, j.period, j.status,
       CASE WHEN j.status = 'value' THEN CAST(j.units AS bigint) / c.scale END AS value,
       CASE WHEN j.status = 'value' THEN CAST(j.units AS bigint) END AS units, j.decimals,
       s.first_day, s.last_day
  FROM judged AS j
  JOIN span AS s ON s.period = j.period
  JOIN v_scale AS c ON c.decimals = j.decimals;

-- every unit expected for a figure that somebody told, that of a year before beside; counts is 1 when
-- it is in the constant perimeter: both are there, and the same was counted of the same
CREATE VIEW v_compared AS
WITH figure AS (
SELECT indicator, period, first_day, last_day, max(decimals) AS decimals,
       CAST(CAST(substr(period, 1, 4) AS integer) - 1 AS text) || substr(period, 5) AS previous_period
  FROM v_current
 GROUP BY indicator, period, first_day, last_day
),
present AS (
SELECT DISTINCT s.period, u.unit
  FROM (SELECT DISTINCT period, first_day, last_day FROM figure) AS s
  JOIN v_office AS o
    ON (o.opened_on IS NULL OR o.opened_on <= s.last_day)
   AND (o.closed_on IS NULL OR o.closed_on >= s.first_day)
  JOIN v_unit AS u ON u.office = o.code
),
pair AS (
SELECT f.indicator, f.period, f.previous_period, p.unit, f.decimals, f.last_day,
       coalesce(n.status, 'missing') AS status, n.value, n.units,
       b.status AS previous_status, b.value AS previous, b.units AS previous_units,
       b.first_day AS since
  FROM figure AS f
  JOIN present AS p ON p.period = f.period
  LEFT JOIN v_current AS n
    ON n.unit = p.unit AND n.indicator = f.indicator AND n.period = f.period
  LEFT JOIN v_current AS b
    ON b.unit = p.unit AND b.indicator = f.indicator AND b.period = f.previous_period
),
change AS (                                  -- definitions that changed, offices that were cut
SELECT b.indicator, u.unit, b.begins_on
  FROM v_break AS b
  JOIN v_unit AS u ON b.office IS NULL OR u.office = b.office
 UNION
SELECT NULL, u.unit, e.happened_on
  FROM v_event AS e
  JOIN v_unit AS u ON u.office = e.office OR u.office = e.becomes
 WHERE e.type = 'scission' AND e.becomes IS NOT NULL
)
SELECT p.unit, p.indicator, p.period, p.status, p.value, p.previous_period, p.previous_status,
       p.previous, p.units, p.previous_units, p.decimals,
       CASE WHEN p.status = 'value' AND p.previous_status = 'value' AND NOT EXISTS
                 (SELECT 1 FROM change AS c
                   WHERE c.unit = p.unit AND coalesce(c.indicator, p.indicator) = p.indicator
                     AND c.begins_on > p.since AND c.begins_on <= p.last_day)
            THEN 1 ELSE 0 END AS counts
  FROM pair AS p;

-- what the network's figures moved in a year, at constant perimeter; of indicators that add up over offices
CREATE VIEW v_evolution AS
WITH total AS (
SELECT c.indicator, c.period, c.previous_period, max(c.decimals) AS decimals,
       CAST(sum(CASE WHEN c.counts = 1 THEN c.units END) AS bigint) AS units,
       CAST(sum(CASE WHEN c.counts = 1 THEN c.previous_units END) AS bigint) AS previous_units,
       CAST(sum(c.counts) AS bigint) AS offices,
       CAST(sum(CASE WHEN c.status <> 'not_concerned' THEN 1 ELSE 0 END) AS bigint) AS expected,
       sum(CASE WHEN c.counts = 1 THEN abs(c.previous_units) END) AS answered_weight,
       sum(CASE WHEN c.status <> 'not_concerned' THEN abs(c.previous_units) END) AS expected_weight
  FROM v_compared AS c
  JOIN v_indicator AS i ON i.code = c.indicator
 WHERE i.over_offices = 'sum'
 GROUP BY c.indicator, c.period, c.previous_period
)
SELECT t.indicator, t.period, t.previous_period, t.units / s.scale AS value,
       t.previous_units / s.scale AS previous,
       round(100000000 * CAST(t.units - t.previous_units AS double precision)
             / nullif(t.previous_units, 0)) / 1000000 AS evolution,
       t.offices, t.expected,
       round(100000000 * CAST(t.answered_weight AS double precision)
             / nullif(t.expected_weight, 0)) / 1000000 AS coverage,
       t.units, t.previous_units, t.decimals
  FROM total AS t
  JOIN v_scale AS s ON s.decimals = t.decimals
 WHERE t.offices > 0;
