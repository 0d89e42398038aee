-- activities: the two statements of a journal (see ingest/registry.c)

-- is it there already
SELECT activity_id
  FROM activity
 WHERE done_on = :date AND code IS :code AND type = :type AND resolutions = :resolutions
   AND title IS :title AND offices IS :offices AND partners IS :partners
   AND people IS :people AND days IS :days AND delay_days IS :delay_days AND proof IS :proof
   AND known_until = 2147483647;

-- add it
INSERT INTO activity (batch_id, line, code, done_on, type, resolutions, title, offices, partners,
        people, days, delay_days, proof)
VALUES (:batch, :line, :code, :date, :type, :resolutions, :title, :offices, :partners, :people,
        :days, :delay_days, :proof);
