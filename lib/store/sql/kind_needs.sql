-- needs: the five statements of a register (see ingest/registry.c)

-- the id of a need
SELECT need_id FROM need
 WHERE year = :year AND office = :office AND theme = :theme AND category = :category AND regime = :regime;

-- a new one
INSERT INTO need (year, office, theme, category, regime) VALUES (:year, :office, :theme, :category, :regime);

-- what is known now
SELECT trainees, days, resolutions, note
  FROM need_version
 WHERE need_id = :id AND known_until = 2147483647;

-- is no longer known after this batch
UPDATE need_version SET known_until = :batch
 WHERE need_id = :id AND known_until = 2147483647;

-- is known from this batch on
INSERT INTO need_version (need_id, known_from, trainees, days, resolutions, note)
VALUES (:id, :batch, :trainees, :days, :resolutions, :note);
