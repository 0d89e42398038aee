-- evidence: the five statements of a register (see ingest/registry.c)

-- the id of a measure from a day on
SELECT measure_id FROM measure WHERE code = :code AND from_day = :from;

-- a new one
INSERT INTO measure (code, from_day) VALUES (:code, :from);

-- what is known now
SELECT until_day AS "until", resolution, level, source, of_what AS "filter", formula AS "count",
       over_time AS "window", unit,
       sense, stale_after, label_fr, label_en
  FROM measure_version
 WHERE measure_id = :id AND known_until = 2147483647;

-- is no longer known after this batch
UPDATE measure_version SET known_until = :batch WHERE measure_id = :id AND known_until = 2147483647;

-- is known from this batch on
INSERT INTO measure_version (measure_id, known_from, until_day, resolution, level, source, of_what,
                             formula, over_time, unit, sense, stale_after, label_fr, label_en)
VALUES (:id, :batch, :until, :resolution, :level, :source, :filter, :count, :window, :unit, :sense,
        :stale_after, :label_fr, :label_en);
