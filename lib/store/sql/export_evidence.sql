-- every row of the kind evidence, as it would be read back
--   :batch   the last batch known
SELECT m.code, nullif(m.from_day, '') AS "from", v.until_day AS "until", v.resolution, v.level,
       v.source, v.of_what AS "filter", v.formula AS "count", v.over_time AS "window", v.unit, v.sense, v.stale_after,
       v.label_fr, v.label_en
  FROM measure AS m
  JOIN measure_version AS v USING (measure_id)
 WHERE v.known_from <= :batch AND v.known_until > :batch
 ORDER BY m.measure_id;
