-- question: how the offices are written to, as known
--   :known  the last batch known
SELECT o.code, v.email
  FROM office AS o
  JOIN office_version AS v USING (office_id)
 WHERE v.known_from <= :known AND v.known_until > :known AND v.email IS NOT NULL;
