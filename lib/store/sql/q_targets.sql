-- question: the targets as known, by their first period
--   :known  the last batch known
SELECT t.resolution, t.indicator, t.level, t.from_period, v.until_period, v.value, v.sense
  FROM target AS t
  JOIN target_version AS v USING (target_id)
 WHERE v.known_from <= :known AND v.known_until > :known
 ORDER BY t.from_period, t.target_id;
