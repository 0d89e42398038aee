-- question: the relais's own measures that hold on a day; of one code, the last to begin comes last
--   :known  the last batch known   :day  the day
SELECT m.code, v.resolution, v.level, v.source, v.of_what, v.formula, v.over_time, v.unit, v.sense,
       v.stale_after, v.label_fr, v.label_en
  FROM measure AS m
  JOIN measure_version AS v USING (measure_id)
 WHERE v.known_from <= :known AND v.known_until > :known
   AND m.from_day <= :day AND coalesce(v.until_day, :day) >= :day
 ORDER BY m.from_day, m.measure_id;
