-- question: the training asked for, for one year, as known
--   :known  the last batch known      :year
SELECT n.office, n.theme, n.category, n.regime, v.trainees, v.days, v.resolutions, v.note
  FROM need AS n
  JOIN need_version AS v USING (need_id)
 WHERE v.known_from <= :known AND v.known_until > :known AND n.year = :year
 ORDER BY n.office, n.theme, n.category, n.regime;
