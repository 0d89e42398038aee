-- events: the two statements of a journal (see ingest/registry.c)

-- is it there already
SELECT event_id
  FROM event
 WHERE office = :office AND happened_on = :date AND type = :type AND becomes IS :into
   AND share IS :share AND note IS :note AND known_until = 2147483647;

-- add it
INSERT INTO event (batch_id, line, happened_on, type, office, becomes, share, note)
VALUES (:batch, :line, :date, :type, :office, :into, :share, :note);
