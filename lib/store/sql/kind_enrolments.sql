-- enrolments: the five statements of a register (see ingest/registry.c)

-- the id of an enrolment
SELECT enrolment_id FROM enrolment
 WHERE session = :session AND office = :office AND category = :category AND regime = :regime;

-- a new one
INSERT INTO enrolment (session, office, category, regime) VALUES (:session, :office, :category, :regime);

-- what is known now
SELECT trainees, absent, hours, days
  FROM enrolment_version
 WHERE enrolment_id = :id AND known_until = 2147483647;

-- is no longer known after this batch
UPDATE enrolment_version SET known_until = :batch
 WHERE enrolment_id = :id AND known_until = 2147483647;

-- is known from this batch on
INSERT INTO enrolment_version (enrolment_id, known_from, trainees, absent, hours, days)
VALUES (:id, :batch, :trainees, :absent, :hours, :days);
