-- undo of a batch, the declared states: statements of ingest/undo_registers.c, in its order
--   :batch   the one taken back      :by   the counter-batch

-- what it took back (it was an undo itself) is stated again
INSERT INTO progress (batch_id, line, resolution, office, stated_on, state, note, proof)
SELECT :by, line, resolution, office, stated_on, state, note, proof
  FROM progress
 WHERE known_until = :batch
 ORDER BY progress_id;

-- what it stated is known no more
UPDATE progress SET known_until = :by WHERE batch_id = :batch AND known_until = 2147483647;
