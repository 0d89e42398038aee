-- How a figure of the observatory comes out of the documented views, in ordinary numbers.
-- A unit is an office with those that merged into it; it counts when all of them that were there
-- answered in every period (of both years, for an evolution).
WITH RECURSIVE
asked AS (                                   -- the figure
SELECT :indicator AS indicator, :group AS "group", :figure AS figure, :how AS how,
       :change AS change, :factor AS factor, :divisor AS divisor, :today AS today
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
side AS (                                    -- of each office: the sum of the terms of a side
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
pair AS (                                    -- the two sides of each office
SELECT t.unit, t.year, t.period,
       CASE WHEN asked.how <> 'wmean' THEN t.value WHEN b.value = 0 THEN 0
            ELSE t.value * b.value END AS a,
       CASE WHEN b.side IS NULL THEN 1 ELSE b.value END AS b,
       CASE WHEN asked.how = 'wmean' AND b.answered AND b.value = 0 THEN 1
            ELSE t.answered AND coalesce(b.answered, 1) END AS answered,
       t.not_concerned OR coalesce(b.not_concerned, 0) AS not_concerned
  FROM side AS t
  CROSS JOIN asked
  LEFT JOIN side AS b
    ON b.side = 'bottom' AND b.office = t.office AND b.period = t.period AND b.year = t.year
 WHERE t.side = 'top'
),
complete AS (                                -- units that answered all periods of a year
SELECT unit, year, sum(a) AS a, sum(b) AS b
  FROM pair
 WHERE NOT not_concerned
 GROUP BY unit, year
HAVING min(answered)
   AND count(DISTINCT period) = (SELECT count(*) FROM span WHERE span.year = pair.year)
),
counted AS (                                 -- those behind the figure
SELECT c.*
  FROM complete AS c
  CROSS JOIN asked
 WHERE (asked.how <> 'wmean' OR NOT EXISTS
         (SELECT 1 FROM complete AS w WHERE w.unit = c.unit AND w.b = 0))
   AND (SELECT count(*) FROM complete AS w WHERE w.unit = c.unit)
       = (SELECT count(DISTINCT year) FROM span)
),
total AS (
SELECT year, count(*) AS offices,
       CASE asked.how
            WHEN 'sum' THEN 1.0 * sum(a) / asked.divisor / (SELECT max(scale) FROM term)
            WHEN 'wmean' THEN 1.0 * sum(a) / sum(b) / (SELECT max(scale) FROM term)
            WHEN 'ratio' THEN 1.0 * asked.factor * sum(a) / sum(b)
            ELSE 1.0 * asked.factor * sum(a) / sum(b) / (SELECT max(scale) FROM term)
       END AS value
  FROM counted
  CROSS JOIN asked
 GROUP BY year
)
SELECT asked.indicator, asked."group", round(n.value, 6) AS value,
       round(b.value, 6) AS previous,
       round(CASE asked.change WHEN 'points' THEN n.value - b.value
                               ELSE 100 * (n.value - b.value) / b.value END, 6) AS evolution,
       coalesce(n.offices, 0) AS offices
  FROM asked
  LEFT JOIN total AS n ON n.year = 'now'
  LEFT JOIN total AS b ON b.year = 'before';
