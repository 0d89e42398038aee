-- every row of the kind agreements, as it would be read back
--   :batch   the last batch known
SELECT a.code AS agreement, v.type, v.office, v.partner, v.party AS "with", v.signed_on,
       v.starts_on AS "from", v.ends_on AS "until", v.reviewed_on, v.services,
       v.resolution, v.proof
  FROM agreement AS a
  JOIN agreement_version AS v USING (agreement_id)
 WHERE v.known_from <= :batch AND v.known_until > :batch
 ORDER BY a.code;
