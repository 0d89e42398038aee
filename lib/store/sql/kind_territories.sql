-- territories: the five statements of a register (see ingest/register.c)

-- the id of a code
SELECT territory_id FROM territory WHERE code = :code;

-- a new code
INSERT INTO territory (code) VALUES (:code);

-- what is known now
SELECT name, type, parent
  FROM territory_version
 WHERE territory_id = :id AND known_until = 2147483647;

-- is no longer known after this batch
UPDATE territory_version SET known_until = :batch WHERE territory_id = :id AND known_until = 2147483647;

-- is known from this batch on
INSERT INTO territory_version (territory_id, known_from, name, type, parent)
VALUES (:id, :batch, :name, :type, :parent);
