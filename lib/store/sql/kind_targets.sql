-- targets: the five statements of a register (see ingest/registry.c)

-- the id of what is to be reached from a period on
SELECT target_id FROM target
 WHERE resolution = :resolution AND indicator = :indicator AND level = :level
   AND from_period = :from;

-- a new one
INSERT INTO target (resolution, indicator, level, from_period)
VALUES (:resolution, :indicator, :level, :from);

-- what is known now
SELECT until_period AS "until", value, sense, note
  FROM target_version
 WHERE target_id = :id AND known_until = 2147483647;

-- is no longer known after this batch
UPDATE target_version SET known_until = :batch WHERE target_id = :id AND known_until = 2147483647;

-- is known from this batch on
INSERT INTO target_version (target_id, known_from, until_period, value, sense, note)
VALUES (:id, :batch, :until, :value, :sense, :note);
