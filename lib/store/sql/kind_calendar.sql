-- calendar: the five statements of a register (see ingest/registry.c)

-- the id of a stretch of days
SELECT calendar_id FROM calendar
 WHERE type = :type AND zone = :zone AND label = :label AND begins_on = :from;

-- a new one
INSERT INTO calendar (type, zone, label, begins_on) VALUES (:type, :zone, :label, :from);

-- what is known now
SELECT ends_on AS "until"
  FROM calendar_version
 WHERE calendar_id = :id AND known_until = 2147483647;

-- is no longer known after this batch
UPDATE calendar_version SET known_until = :batch
 WHERE calendar_id = :id AND known_until = 2147483647;

-- is known from this batch on
INSERT INTO calendar_version (calendar_id, known_from, ends_on) VALUES (:id, :batch, :until);
