-- question: the settings as known
--   :known  the last batch known
SELECT name, value
  FROM setting
 WHERE known_from <= :known AND known_until > :known
 ORDER BY name;
