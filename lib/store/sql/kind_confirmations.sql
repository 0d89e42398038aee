-- confirmations: the five statements of a register (see ingest/registry.c)

-- the id of a figure
SELECT confirmation_id FROM confirmation
 WHERE office = :office AND indicator = :indicator AND period = :period;

-- a new one
INSERT INTO confirmation (office, indicator, period) VALUES (:office, :indicator, :period);

-- what is known now
SELECT confirmed, reason
  FROM confirmation_version
 WHERE confirmation_id = :id AND known_until = 2147483647;

-- is no longer known after this batch
UPDATE confirmation_version SET known_until = :batch
 WHERE confirmation_id = :id AND known_until = 2147483647;

-- is known from this batch on
INSERT INTO confirmation_version (confirmation_id, known_from, confirmed, reason)
VALUES (:id, :batch, :confirmed, :reason);
