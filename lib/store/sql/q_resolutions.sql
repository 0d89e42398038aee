-- question: the resolutions as known, in natural order, with the state the relay declared last;
-- what was worded only later counts with its first wording
--   :known  the last batch known   :day  the day we look from
SELECT r.code, v.domain, v.challenge, v.challenge_alt, v.certainty, v.label_fr, v.label_en,
       (SELECT p.state FROM progress AS p
         WHERE p.resolution = r.code AND p.office IS NULL AND p.batch_id <= :known
           AND p.known_until > :known AND p.stated_on <= :day
         ORDER BY p.stated_on DESC, p.progress_id DESC LIMIT 1) AS declared
  FROM resolution AS r
  JOIN resolution_version AS v USING (resolution_id)
 WHERE v.known_from <= :known AND v.known_until > :known
    OR v.known_from > :known
       AND NOT EXISTS (SELECT 1 FROM resolution_version AS w
                        WHERE w.resolution_id = v.resolution_id
                          AND w.known_from < v.known_from)
 ORDER BY v.rank, r.code;
