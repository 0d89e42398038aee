-- undo of a batch, the events: statements of ingest/undo_registers.c, in its order
--   :batch   the one taken back      :by   the counter-batch

-- what it took back (it was an undo itself) has happened again
INSERT INTO event (batch_id, line, happened_on, type, office, becomes, share, note)
SELECT :by, line, happened_on, type, office, becomes, share, note
  FROM event
 WHERE known_until = :batch
 ORDER BY event_id;

-- what it told is known no more
UPDATE event SET known_until = :by WHERE batch_id = :batch AND known_until = 2147483647;
