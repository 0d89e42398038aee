-- every row of the kind identifiers, as it would be read back
--   :batch   the last batch known
SELECT i.office, i.scheme, i.value, v.valid_from, v.valid_until
  FROM identifier AS i
  JOIN identifier_version AS v USING (identifier_id)
 WHERE v.known_from <= :batch AND v.known_until > :batch
 ORDER BY i.office, i.scheme, v.valid_from, i.value;
