-- every row of the kind settings, as it would be read back
--   :batch   the last batch known
SELECT c.code AS name, v.value
  FROM setting AS c
  JOIN setting_version AS v USING (setting_id)
 WHERE v.known_from <= :batch AND v.known_until > :batch
 ORDER BY c.code;
