-- question: the partners as known, by code
--   :known  the last batch known
SELECT p.code, v.name, v.type, v.role
  FROM partner AS p
  JOIN partner_version AS v USING (partner_id)
 WHERE v.known_from <= :known AND v.known_until > :known
 ORDER BY p.code;
