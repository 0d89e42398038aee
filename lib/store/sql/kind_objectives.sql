-- objectives: the five statements of a register (see ingest/registry.c)

-- the id of what an agreement promises of an indicator in a period
SELECT objective_id FROM objective
 WHERE agreement = :agreement AND indicator = :indicator AND period = :period;

-- a new one
INSERT INTO objective (agreement, indicator, period) VALUES (:agreement, :indicator, :period);

-- what is known now
SELECT target, sense, label
  FROM objective_version
 WHERE objective_id = :id AND known_until = 2147483647;

-- is no longer known after this batch
UPDATE objective_version SET known_until = :batch
 WHERE objective_id = :id AND known_until = 2147483647;

-- is known from this batch on
INSERT INTO objective_version (objective_id, known_from, target, sense, label)
VALUES (:id, :batch, :target, :sense, :label);
