-- every row of the kind objectives, as it would be read back
--   :batch   the last batch known
SELECT o.agreement, o.indicator, o.period, v.target, v.sense, v.label
  FROM objective AS o
  JOIN objective_version AS v USING (objective_id)
 WHERE v.known_from <= :batch AND v.known_until > :batch
 ORDER BY o.agreement, o.period, o.indicator;
