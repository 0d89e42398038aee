-- question: the agreements as known, by code
--   :known  the last batch known
SELECT a.code, v.type, v.office, v.partner, v.party, v.resolution, v.proof, v.signed_on,
       v.starts_on, v.ends_on, v.reviewed_on, v.services
  FROM agreement AS a
  JOIN agreement_version AS v USING (agreement_id)
 WHERE v.known_from <= :known AND v.known_until > :known
 ORDER BY a.code;
