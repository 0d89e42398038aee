-- The index of a month, out of the documented views, in ordinary numbers.
-- A unit is an office with those that merged into it; it counts in a year when all of them that
-- were there answered in every month of it.
WITH RECURSIVE
asked AS (                                   -- the figure
SELECT :indicator AS indicator, :group AS "group", :month AS month, :today AS today
),
term AS (                                    -- what is collected for it: top / bottom
SELECT json_extract(value, '$[0]') AS side, json_extract(value, '$[1]') AS indicator,
       json_extract(value, '$[2]') AS scale, json_extract(value, '$[3]') AS optional
  FROM json_each(:terms)
),
span AS (                                    -- its periods
SELECT json_extract(value, '$[0]') AS year, json_extract(value, '$[1]') AS period,
       json_extract(value, '$[2]') AS first, json_extract(value, '$[3]') AS last
  FROM json_each(:periods)
),
figure AS MATERIALIZED (                     -- in whole units, so that sums are exact
SELECT v.office, v.indicator, v.period, v.flag,
       CAST(round(v.value * t.scale) AS INTEGER) AS value
  FROM v_observation AS v
  JOIN (SELECT DISTINCT indicator, scale FROM term) AS t USING (indicator)
),
active AS (                                  -- offices that nothing is told of are always there
SELECT code AS office, opened_on, closed_on, merged_into FROM v_office
UNION ALL
SELECT DISTINCT office, NULL, NULL, NULL FROM figure
 WHERE office NOT IN (SELECT code FROM v_office)
),
merged(office, unit, steps) AS (             -- mergers that have happened by then; NULL: none
SELECT office, office, 0 FROM active
UNION ALL
SELECT m.office, a.merged_into, m.steps + 1
  FROM merged AS m
  JOIN active AS a ON a.office = m.unit
  CROSS JOIN asked
 WHERE a.closed_on < asked.today AND a.merged_into IN (SELECT office FROM active)
   AND m.steps < 100
),
member AS (
SELECT office, unit, max(steps)
  FROM merged
 GROUP BY office
HAVING unit IN (SELECT value FROM json_each(:units))
),
sender AS (                                  -- what an office had not sent by then counts 0
SELECT office, indicator, min(period) AS since
  FROM figure
 WHERE value IS NOT NULL OR flag = 'z'
 GROUP BY office, indicator
),
side AS (                                    -- of each office: the sum of the terms
SELECT m.unit, m.office, s.year, s.period, t.side,
       coalesce(sum(f.value * (SELECT max(scale) FROM term) / t.scale), 0) AS value,
       min(f.value IS NOT NULL OR f.flag IS 'z'
           OR (t.optional AND NOT EXISTS
                (SELECT 1 FROM sender
                  WHERE sender.office = m.office AND sender.indicator = t.indicator
                    AND sender.since <= s.period)))
         AS answered,
       max(f.flag IS 'n') AS not_concerned
  FROM member AS m
  JOIN active AS a USING (office)
  CROSS JOIN span AS s
  CROSS JOIN term AS t
  LEFT JOIN figure AS f
    ON f.office = m.office AND f.period = s.period AND f.indicator = t.indicator
 WHERE coalesce(a.opened_on, s.first) <= s.last AND coalesce(a.closed_on, s.last) >= s.first
 GROUP BY m.unit, m.office, s.year, s.period, t.side
),
complete AS (                                -- units that answered all of a year
SELECT unit, year
  FROM side
 WHERE NOT not_concerned
 GROUP BY unit, year
HAVING min(answered)
   AND count(DISTINCT period) = (SELECT count(*) FROM span WHERE span.year = side.year)
),
month AS (                                   -- what they come to
SELECT s.year, s.period, sum(s.value) AS x
  FROM side AS s
  JOIN complete USING (unit, year)
 WHERE NOT s.not_concerned
 GROUP BY s.year, s.period
),
whole AS (                                   -- the years that count
SELECT year, count(*) AS months, sum(x) AS x
  FROM month
 GROUP BY year
HAVING sum(x) > 0
),
season AS (                                  -- 100 is the average month of a year
SELECT m.year, 100.0 * w.months * m.x / w.x AS x
  FROM month AS m
  JOIN whole AS w USING (year)
  CROSS JOIN asked
 WHERE substr(m.period, 6) = asked.month
)
SELECT asked.indicator, asked."group", asked.month,
       round((SELECT avg(x) FROM season), 6) AS "index",
       (SELECT count(*) FROM season) AS years,
       (SELECT count(*) FROM complete
         WHERE year = (SELECT max(year) FROM whole)) AS offices
  FROM asked;
