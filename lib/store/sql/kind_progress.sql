-- progress: the two statements of a journal (see ingest/register.c)

-- is it there already
SELECT progress_id
  FROM progress
 WHERE resolution = :resolution AND office IS :office AND stated_on = :date AND state = :state
   AND note IS :note AND proof IS :proof AND known_until = 2147483647;

-- add it
INSERT INTO progress (batch_id, line, resolution, office, stated_on, state, note, proof)
VALUES (:batch, :line, :resolution, :office, :date, :state, :note, :proof);
