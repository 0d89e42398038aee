-- every row of the kind perimeters, as it would be read back
--   :batch   the last batch known
SELECT p.office, p.commune AS covers, v.name, v.valid_from, v.valid_until
  FROM perimeter AS p
  JOIN perimeter_version AS v USING (perimeter_id)
 WHERE v.known_from <= :batch AND v.known_until > :batch
 ORDER BY p.office, p.commune;
