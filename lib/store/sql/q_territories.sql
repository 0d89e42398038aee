-- question: the territories as known
--   :known  the last batch known
SELECT t.code, v.name, v.parent
  FROM territory AS t
  LEFT JOIN territory_version AS v
    ON v.territory_id = t.territory_id AND v.known_from <= :known AND v.known_until > :known
 WHERE v.territory_id IS NOT NULL
    OR NOT EXISTS (SELECT 1 FROM territory_version AS w WHERE w.territory_id = t.territory_id)
 ORDER BY t.code;
