-- every row of the kind territories, as it would be read back
--   :batch   the last batch known
SELECT c.code, v.name, v.type, v.parent
  FROM territory AS c
  JOIN territory_version AS v USING (territory_id)
 WHERE v.known_from <= :batch AND v.known_until > :batch
 ORDER BY c.code;
