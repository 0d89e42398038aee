-- question: the territories, as a note outside tells them
--   :known  the last batch known
SELECT t.code, v.name, v.type, v.parent
  FROM territory AS t
  JOIN territory_version AS v
    ON v.territory_id = t.territory_id AND v.known_from <= :known AND v.known_until > :known
 ORDER BY t.code;
