-- every row of the kind partners, as it would be read back
--   :batch   the last batch known
SELECT p.code AS partner, v.name, v.type, v.role, v.web
  FROM partner AS p
  JOIN partner_version AS v USING (partner_id)
 WHERE v.known_from <= :batch AND v.known_until > :batch
 ORDER BY p.code;
