-- norm: the five statements of a register (see ingest/registry.c)

-- the id of a definition the norm asks for
SELECT norm_id FROM norm
 WHERE indicator = :indicator AND definition_version = :definition_version;

-- a new one
INSERT INTO norm (indicator, definition_version) VALUES (:indicator, :definition_version);

-- what is known now
SELECT valid_from, valid_until, required, section, rank, source
  FROM norm_version
 WHERE norm_id = :id AND known_until = 2147483647;

-- is no longer known after this batch
UPDATE norm_version SET known_until = :batch WHERE norm_id = :id AND known_until = 2147483647;

-- is known from this batch on
INSERT INTO norm_version (norm_id, known_from, valid_from, valid_until, required, section, rank, source)
VALUES (:id, :batch, :valid_from, :valid_until, :required, :section, :rank, :source);
