-- undo of a batch, its figures: statements of ingest/undo_figures.c, in its order
--   :batch   the one taken back      :by   the counter-batch

-- its figures that are current, and what they are
INSERT INTO temp.undone (indicator_id, period, office_id, value, state, line)
SELECT indicator_id, period, office_id, value, state, line
  FROM observation
 WHERE batch_id = :batch;

-- those it made absent (it was an undo itself) and that are still so
INSERT INTO temp.undone (indicator_id, period, office_id)
SELECT s.indicator_id, s.period, s.office_id
  FROM superseded AS s
 WHERE s.until_batch_id = :batch
   AND NOT EXISTS (SELECT 1 FROM observation AS o
                    WHERE o.indicator_id = s.indicator_id AND o.period = s.period
                      AND o.office_id = s.office_id)
   AND NOT EXISTS (SELECT 1 FROM superseded AS l
                    WHERE l.indicator_id = s.indicator_id AND l.period = s.period
                      AND l.office_id = s.office_id AND l.until_batch_id > :batch);

-- what they were before: the vintage it replaced, or what that one had replaced when it was
-- undone itself, and so on
WITH RECURSIVE before (indicator_id, period, office_id, value, state, batch_id, line) AS (
  SELECT u.indicator_id, u.period, u.office_id, s.value, s.state, s.batch_id, s.line
    FROM temp.undone AS u
    JOIN superseded AS s ON s.indicator_id = u.indicator_id AND s.period = u.period
     AND s.office_id = u.office_id AND s.until_batch_id = :batch
  UNION ALL
  SELECT b.indicator_id, b.period, b.office_id, s.value, s.state, s.batch_id, s.line
    FROM before AS b
    JOIN batch AS j ON j.batch_id = b.batch_id AND j.undone_by IS NOT NULL
    JOIN superseded AS s ON s.indicator_id = b.indicator_id AND s.period = b.period
     AND s.office_id = b.office_id AND s.until_batch_id = b.batch_id)
UPDATE temp.undone AS u
   SET to_value = b.value, to_state = b.state, to_line = b.line
  FROM before AS b
  JOIN batch AS j ON j.batch_id = b.batch_id AND j.undone_by IS NULL
 WHERE u.indicator_id = b.indicator_id AND u.period = b.period AND u.office_id = b.office_id;

-- its figures that later batches changed again: they stay
SELECT count(*)
  FROM (SELECT indicator_id, period, office_id FROM superseded WHERE batch_id = :batch
        UNION
        SELECT indicator_id, period, office_id FROM superseded WHERE until_batch_id = :batch) AS s
 WHERE NOT EXISTS (SELECT 1 FROM temp.undone AS u
                    WHERE u.indicator_id = s.indicator_id AND u.period = s.period
                      AND u.office_id = s.office_id);

-- the current ones are superseded …
INSERT INTO superseded (indicator_id, period, office_id, until_batch_id, value, state, batch_id, line)
SELECT indicator_id, period, office_id, :by, value, state, :batch, line
  FROM temp.undone
 WHERE state IS NOT NULL;

-- … and give their place …
DELETE FROM observation WHERE batch_id = :batch;

-- … to what was there before
INSERT INTO observation (indicator_id, period, office_id, value, state, batch_id, line)
SELECT indicator_id, period, office_id, to_value, to_state, :by, to_line
  FROM temp.undone
 WHERE to_state IS NOT NULL;

-- what moved, in all
SELECT coalesce(sum(state IS NOT NULL AND to_state IS NOT NULL), 0),
       coalesce(sum(to_state IS NULL), 0), coalesce(sum(state IS NULL), 0)
  FROM temp.undone;
