-- every row of the kind targets, as it would be read back
--   :batch   the last batch known
SELECT nullif(t.resolution, '') AS resolution, nullif(t.indicator, '') AS indicator,
       nullif(t.level, '') AS level, t.from_period AS "from", v.until_period AS "until",
       v.value, v.sense, v.note
  FROM target AS t
  JOIN target_version AS v USING (target_id)
 WHERE v.known_from <= :batch AND v.known_until > :batch
 ORDER BY t.from_period, t.resolution, t.indicator, t.level;
