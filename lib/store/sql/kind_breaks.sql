-- breaks: the five statements of a register (see ingest/registry.c)

-- the id of a break
SELECT break_id FROM break
 WHERE office = :office AND indicator = :indicator AND begins_on = :date;

-- a new one
INSERT INTO break (office, indicator, begins_on) VALUES (:office, :indicator, :date);

-- what is known now
SELECT reason FROM break_version WHERE break_id = :id AND known_until = 2147483647;

-- is no longer known after this batch
UPDATE break_version SET known_until = :batch WHERE break_id = :id AND known_until = 2147483647;

-- is known from this batch on
INSERT INTO break_version (break_id, known_from, reason) VALUES (:id, :batch, :reason);
