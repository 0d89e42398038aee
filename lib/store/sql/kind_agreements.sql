-- agreements: the five statements of a register (see ingest/registry.c)

-- the id of a code
SELECT agreement_id FROM agreement WHERE code = :agreement;

-- a new code
INSERT INTO agreement (code) VALUES (:agreement);

-- what is known now
SELECT type, office, partner, party AS "with", signed_on, starts_on AS "from",
       ends_on AS "until", reviewed_on, services, resolution, proof
  FROM agreement_version
 WHERE agreement_id = :id AND known_until = 2147483647;

-- is no longer known after this batch
UPDATE agreement_version SET known_until = :batch
 WHERE agreement_id = :id AND known_until = 2147483647;

-- is known from this batch on
INSERT INTO agreement_version (agreement_id, known_from, type, office, partner, party, signed_on,
        starts_on, ends_on, reviewed_on, services, resolution, proof)
VALUES (:id, :batch, :type, :office, :partner, :with, :signed_on, :from, :until, :reviewed_on,
        :services, :resolution, :proof);
