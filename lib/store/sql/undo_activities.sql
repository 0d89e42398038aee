-- undo of a batch, the activities: statements of ingest/undo_registers.c, in its order
--   :batch   the one taken back      :by   the counter-batch

-- what it took back (it was an undo itself) was done again
INSERT INTO activity (batch_id, line, code, done_on, type, resolutions, title, offices, partners,
        people, days, delay_days, proof)
SELECT :by, line, code, done_on, type, resolutions, title, offices, partners, people, days,
       delay_days, proof
  FROM activity
 WHERE known_until = :batch
 ORDER BY activity_id;

-- what it told is known no more
UPDATE activity SET known_until = :by WHERE batch_id = :batch AND known_until = 2147483647;
