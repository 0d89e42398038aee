-- perimeters: the five statements of a register (see ingest/registry.c)

-- the id of a commune that an office covers
SELECT perimeter_id FROM perimeter WHERE office = :office AND commune = :covers;

-- a new one
INSERT INTO perimeter (office, commune) VALUES (:office, :covers);

-- what is known now
SELECT name, valid_from, valid_until
  FROM perimeter_version
 WHERE perimeter_id = :id AND known_until = 2147483647;

-- is no longer known after this batch
UPDATE perimeter_version SET known_until = :batch
 WHERE perimeter_id = :id AND known_until = 2147483647;

-- is known from this batch on
INSERT INTO perimeter_version (perimeter_id, known_from, name, valid_from, valid_until)
VALUES (:id, :batch, :name, :valid_from, :valid_until);
