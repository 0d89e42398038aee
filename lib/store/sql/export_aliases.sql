-- every row of the kind aliases, as it would be read back
--   :batch   the last batch known
SELECT v.what, a.spelled, v.code
  FROM alias AS a
  JOIN alias_version AS v USING (alias_id)
 WHERE v.known_from <= :batch AND v.known_until > :batch
   AND v.code IS NOT NULL
 ORDER BY v.what, a.spelled;
