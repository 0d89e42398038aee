-- settings: the five statements of a register (see ingest/register.c)

-- the id of a code
SELECT setting_id FROM setting WHERE code = :name;

-- a new code
INSERT INTO setting (code) VALUES (:name);

-- what is known now
SELECT value FROM setting_version WHERE setting_id = :id AND known_until = 2147483647;

-- is no longer known after this batch
UPDATE setting_version SET known_until = :batch
 WHERE setting_id = :id AND known_until = 2147483647;

-- is known from this batch on
INSERT INTO setting_version (setting_id, known_from, value) VALUES (:id, :batch, :value);
