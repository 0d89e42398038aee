-- aliases: the five statements of a register (see ingest/register.c)

-- the id of a spelling
SELECT alias_id FROM alias WHERE spelled = :spelled;

-- a new spelling
INSERT INTO alias (spelled) VALUES (:spelled);

-- what is known now
SELECT what, code FROM alias_version WHERE alias_id = :id AND known_until = 2147483647;

-- is no longer known after this batch
UPDATE alias_version SET known_until = :batch WHERE alias_id = :id AND known_until = 2147483647;

-- is known from this batch on
INSERT INTO alias_version (alias_id, known_from, what, code) VALUES (:id, :batch, :what, :code);
