-- every row of the kind needs, as it would be read back
--   :batch   the last batch known
SELECT k.year, k.office, k.theme, k.category, nullif(k.regime, '') AS regime,
       v.trainees, v.days, v.resolutions, v.note
  FROM need AS k
  JOIN need_version AS v USING (need_id)
 WHERE v.known_from <= :batch AND v.known_until > :batch
 ORDER BY k.year, k.office, k.theme, k.category, k.regime;
