-- identifiers: the five statements of a register (see ingest/registry.c)

-- the id of what an office is called
SELECT identifier_id FROM identifier
 WHERE office = :office AND scheme = :scheme AND value = :value;

-- a new one
INSERT INTO identifier (office, scheme, value) VALUES (:office, :scheme, :value);

-- what is known now
SELECT valid_from, valid_until
  FROM identifier_version
 WHERE identifier_id = :id AND known_until = 2147483647;

-- is no longer known after this batch
UPDATE identifier_version SET known_until = :batch
 WHERE identifier_id = :id AND known_until = 2147483647;

-- is known from this batch on
INSERT INTO identifier_version (identifier_id, known_from, valid_from, valid_until)
VALUES (:id, :batch, :valid_from, :valid_until);
