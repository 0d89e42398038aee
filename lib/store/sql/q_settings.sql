-- question: the settings as known
--   :known  the last batch known
SELECT s.code, v.value
  FROM setting AS s
  JOIN setting_version AS v USING (setting_id)
 WHERE v.known_from <= :known AND v.known_until > :known
 ORDER BY s.code;
