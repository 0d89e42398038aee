-- undo of a batch, its figures: statements of ingest/undo_figures.c, in its order
--   :batch   the one taken back      :by   the counter-batch

-- its figures that are current, and what they are
INSERT INTO temp.undone (figure_id, value, state, line)
SELECT figure_id, value, state, line
  FROM observation
 WHERE batch_id = :batch;

-- those it made absent (it was an undo itself) and that are still so
INSERT INTO temp.undone (figure_id)
SELECT s.figure_id
  FROM superseded AS s
 WHERE s.until_batch_id = :batch
   AND NOT EXISTS (SELECT 1 FROM observation AS o
                    WHERE o.figure_id = s.figure_id)
   AND NOT EXISTS (SELECT 1 FROM superseded AS l
                    WHERE l.figure_id = s.figure_id AND l.until_batch_id > :batch);

-- what they were before: the vintage it replaced, or what that one had replaced when it was
-- undone itself, and so on
WITH RECURSIVE before (figure_id, value, state, batch_id, line) AS (
  SELECT u.figure_id, s.value, s.state, s.batch_id, s.line
    FROM temp.undone AS u
    JOIN superseded AS s ON s.figure_id = u.figure_id AND s.until_batch_id = :batch
  UNION ALL
  SELECT b.figure_id, s.value, s.state, s.batch_id, s.line
    FROM before AS b
    JOIN batch AS j ON j.batch_id = b.batch_id AND j.undone_by IS NOT NULL
    JOIN superseded AS s ON s.figure_id = b.figure_id AND s.until_batch_id = b.batch_id)
UPDATE temp.undone AS u
   SET to_value = b.value, to_state = b.state, to_line = b.line
  FROM before AS b
  JOIN batch AS j ON j.batch_id = b.batch_id AND j.undone_by IS NULL
 WHERE u.figure_id = b.figure_id;

-- its figures that later batches changed again: they stay
SELECT count(*)
  FROM (SELECT figure_id FROM superseded WHERE batch_id = :batch
        UNION
        SELECT figure_id FROM superseded WHERE until_batch_id = :batch) AS s
 WHERE NOT EXISTS (SELECT 1 FROM temp.undone AS u
                    WHERE u.figure_id = s.figure_id);

-- the current ones are superseded …
INSERT INTO superseded (figure_id, until_batch_id, value, state, batch_id, line)
SELECT figure_id, :by, value, state, :batch, line
  FROM temp.undone
 WHERE state IS NOT NULL;

-- … and give their place …
DELETE FROM observation WHERE batch_id = :batch;

-- … to what was there before
INSERT INTO observation (figure_id, value, state, batch_id, line)
SELECT figure_id, to_value, to_state, :by, to_line
  FROM temp.undone
 WHERE to_state IS NOT NULL;

-- what moved, in all
SELECT coalesce(sum(state IS NOT NULL AND to_state IS NOT NULL), 0),
       coalesce(sum(to_state IS NULL), 0), coalesce(sum(state IS NULL), 0)
  FROM temp.undone;
