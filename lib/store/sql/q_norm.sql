-- question: what the store says of the norm, which goes before what is built in
--   :known  the last batch known
SELECT n.indicator, n.definition_version, v.valid_from, v.valid_until, v.required, v.section,
       v.rank, v.source
  FROM norm AS n
  JOIN norm_version AS v USING (norm_id)
 WHERE v.known_from <= :known AND v.known_until > :known
 ORDER BY n.indicator, n.definition_version;
