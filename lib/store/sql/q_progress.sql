-- question: what was declared, oldest first, as known
--   :known  the last batch known   :day  the day we look from
SELECT p.stated_on, p.resolution, p.office, p.state, p.note, p.proof, p.batch_id
  FROM progress AS p
 WHERE p.batch_id <= :known AND p.known_until > :known AND p.stated_on <= :day
 ORDER BY p.stated_on, p.batch_id, p.line, p.progress_id;
