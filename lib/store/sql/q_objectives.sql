-- question: what the agreements promise, as known
--   :known  the last batch known
SELECT o.agreement, o.indicator, o.period, v.target, v.sense, v.label
  FROM objective AS o
  JOIN objective_version AS v USING (objective_id)
 WHERE v.known_from <= :known AND v.known_until > :known
 ORDER BY o.agreement, o.period, o.indicator;
