-- every row of the kind norm, as it would be read back
--   :batch   the last batch known
SELECT n.indicator, n.definition_version, v.valid_from, v.valid_until, v.required, v.section,
       v.rank, v.source
  FROM norm AS n
  JOIN norm_version AS v USING (norm_id)
 WHERE v.known_from <= :batch AND v.known_until > :batch
 ORDER BY v.rank, n.indicator, n.definition_version;
