-- question: the days a definition changed, as known
--   :known  the last batch known
SELECT b.office, b.indicator, b.begins_on, v.reason
  FROM break AS b
  JOIN break_version AS v USING (break_id)
 WHERE v.known_from <= :known AND v.known_until > :known
 ORDER BY b.begins_on, b.office, b.indicator;
