-- sessions: the five statements of a register (see ingest/registry.c)

-- the id of a code
SELECT session_id FROM session
 WHERE code = :session;

-- a new one
INSERT INTO session (code) VALUES (:session);

-- what is known now
SELECT title, theme, resolutions, state, begins_on AS begins, ends_on AS "ends", days,
       hours, place, territory, seats, provider, teaching_eur, other_costs_eur,
       opco_eur, cnfpt_eur, region_eur, relais_eur, offices_eur, others_eur,
       satisfaction, answers
  FROM session_version
 WHERE session_id = :id AND known_until = 2147483647;

-- is no longer known after this batch
UPDATE session_version SET known_until = :batch
 WHERE session_id = :id AND known_until = 2147483647;

-- is known from this batch on
INSERT INTO session_version (session_id, known_from, title, theme, resolutions, state, begins_on, ends_on,
        days, hours, place, territory, seats, provider, teaching_eur, other_costs_eur,
        opco_eur, cnfpt_eur, region_eur, relais_eur, offices_eur, others_eur,
        satisfaction, answers)
VALUES (:id, :batch, :title, :theme, :resolutions, :state, :begins, :ends, :days,
        :hours, :place, :territory, :seats, :provider, :teaching_eur, :other_costs_eur,
        :opco_eur, :cnfpt_eur, :region_eur, :relais_eur, :offices_eur, :others_eur,
        :satisfaction, :answers);
