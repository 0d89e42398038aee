-- labels: the five statements of a register (see ingest/registry.c)

-- the id of an award, or of a request
SELECT label_id FROM label
 WHERE office = :office AND holder = :holder AND scheme = :scheme AND decided_on = :decided_on;

-- a new one
INSERT INTO label (office, holder, scheme, decided_on)
VALUES (:office, :holder, :scheme, :decided_on);

-- what is known now
SELECT name, level, grid, complete_on, filed_on, valid_until, withdrawn_on, injunction_on, basis,
       covered_by, reason, reference
  FROM label_version
 WHERE label_id = :id AND known_until = 2147483647;

-- is no longer known after this batch
UPDATE label_version SET known_until = :batch WHERE label_id = :id AND known_until = 2147483647;

-- is known from this batch on
INSERT INTO label_version (label_id, known_from, name, level, grid, complete_on, filed_on,
        valid_until, withdrawn_on, injunction_on, basis, covered_by, reason, reference)
VALUES (:id, :batch, :name, :level, :grid, :complete_on, :filed_on, :valid_until, :withdrawn_on,
        :injunction_on, :basis, :covered_by, :reason, :reference);
