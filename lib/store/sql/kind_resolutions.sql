-- resolutions: the five statements of a register (see ingest/register.c)

-- the id of a code
SELECT resolution_id FROM resolution WHERE code = :code;

-- a new code
INSERT INTO resolution (code) VALUES (:code);

-- what is known now
SELECT rank, domain, challenge, challenge_alt, certainty, label_fr, label_en
  FROM resolution_version
 WHERE resolution_id = :id AND known_until = 2147483647;

-- is no longer known after this batch
UPDATE resolution_version SET known_until = :batch WHERE resolution_id = :id AND known_until = 2147483647;

-- is known from this batch on
INSERT INTO resolution_version (resolution_id, known_from, rank, domain, challenge, challenge_alt, certainty,
        label_fr, label_en)
VALUES (:id, :batch, :rank, :domain, :challenge, :challenge_alt, :certainty, :label_fr,
        :label_en);
