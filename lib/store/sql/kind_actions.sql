-- actions: the five statements of a register (see ingest/register.c)

-- the id of a code
SELECT action_id FROM action WHERE code = :code;

-- a new code
INSERT INTO action (code) VALUES (:code);

-- what is known now
SELECT resolution, title, owner, partners, starts_on AS start, due_on AS due, state,
       progress, planned_eur, spent_eur, indicator, target, proof, offices, weight,
       after, repeats AS repeat, repeats_until AS until, done_on, planned_days, spent_days,
       fundings, blocked
  FROM action_version
 WHERE action_id = :id AND known_until = 2147483647;

-- is no longer known after this batch
UPDATE action_version SET known_until = :batch WHERE action_id = :id AND known_until = 2147483647;

-- is known from this batch on
INSERT INTO action_version (action_id, known_from, resolution, title, owner, partners, starts_on, due_on,
        state, progress, planned_eur, spent_eur, indicator, target, proof, offices,
        weight, after, repeats, repeats_until, done_on, planned_days, spent_days, fundings,
        blocked)
VALUES (:id, :batch, :resolution, :title, :owner, :partners, :start, :due, :state,
        :progress, :planned_eur, :spent_eur, :indicator, :target, :proof, :offices,
        :weight, :after, :repeat, :until, :done_on, :planned_days, :spent_days, :fundings,
        :blocked);
