-- partners: the five statements of a register (see ingest/registry.c)

-- the id of a code
SELECT partner_id FROM partner WHERE code = :partner;

-- a new code
INSERT INTO partner (code) VALUES (:partner);

-- what is known now
SELECT name, type, role, web FROM partner_version WHERE partner_id = :id AND known_until = 2147483647;

-- is no longer known after this batch
UPDATE partner_version SET known_until = :batch WHERE partner_id = :id AND known_until = 2147483647;

-- is known from this batch on
INSERT INTO partner_version (partner_id, known_from, name, type, role, web)
VALUES (:id, :batch, :name, :type, :role, :web);
