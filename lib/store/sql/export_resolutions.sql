-- every row of the kind resolutions, as it would be read back
--   :batch   the last batch known
SELECT r.code, v.rank, v.domain, v.challenge, v.challenge_alt, v.certainty, v.label_fr,
       v.label_en
  FROM resolution AS r
  JOIN resolution_version AS v USING (resolution_id)
 WHERE v.known_from <= :batch AND v.known_until > :batch
 ORDER BY v.rank, r.code;
