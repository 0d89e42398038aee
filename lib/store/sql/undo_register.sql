-- undo of a batch, one register: statements of ingest/undo_registers.c, in its order; @ is the
-- name of the register and # the columns of its versions
--   :batch   the one taken back      :by   the counter-batch

-- what it said that is still known, what it ended that did not begin again, and the version
-- from which each goes on: the one before, not counting those of batches that were undone
INSERT INTO temp.turned (id, was_known, back)
WITH RECURSIVE touched (id, was_known) AS (
  SELECT @_id, 1 FROM @_version WHERE known_from = :batch AND known_until = 2147483647
  UNION ALL
  SELECT v.@_id, 0
    FROM @_version AS v
   WHERE v.known_until = :batch
     AND NOT EXISTS (SELECT 1 FROM @_version AS l
                      WHERE l.@_id = v.@_id AND l.known_until > :batch)),
before (id, known_from) AS (
  SELECT t.id, v.known_from
    FROM touched AS t
    JOIN @_version AS v ON v.@_id = t.id AND v.known_until = :batch
  UNION ALL
  SELECT b.id, v.known_from
    FROM before AS b
    JOIN batch AS j ON j.batch_id = b.known_from AND j.undone_by IS NOT NULL
    JOIN @_version AS v ON v.@_id = b.id AND v.known_until = b.known_from)
SELECT t.id, t.was_known,
       (SELECT b.known_from
          FROM before AS b
          JOIN batch AS j ON j.batch_id = b.known_from AND j.undone_by IS NULL
         WHERE b.id = t.id)
  FROM touched AS t;

-- what would be gone though figures or states name it: it stays
DELETE FROM temp.turned
 WHERE back IS NULL
   AND CASE '@'
       WHEN 'office' THEN id IN (SELECT office_id FROM observation)
                       OR id IN (SELECT o.office_id
                                   FROM office AS o
                                   JOIN progress AS p ON p.office = o.code
                                  WHERE p.known_until = 2147483647)
                       OR id IN (SELECT o.office_id
                                   FROM office AS o
                                   JOIN identifier AS i ON i.office = o.code
                                   JOIN identifier_version AS n USING (identifier_id)
                                  WHERE n.known_until = 2147483647)
                       OR id IN (SELECT o.office_id
                                   FROM office AS o
                                   JOIN break AS b ON b.office = o.code
                                   JOIN break_version AS n USING (break_id)
                                  WHERE n.known_until = 2147483647)
                       OR id IN (SELECT o.office_id
                                   FROM office AS o
                                   JOIN event AS e ON o.code IN (e.office, e.becomes)
                                  WHERE e.known_until = 2147483647)
                       OR id IN (SELECT o.office_id
                                   FROM office AS o
                                   JOIN confirmation AS c ON c.office = o.code
                                   JOIN confirmation_version AS n USING (confirmation_id)
                                  WHERE n.known_until = 2147483647)
                       OR id IN (SELECT o.office_id
                                   FROM office AS o
                                   JOIN agreement_version AS a ON a.office = o.code
                                  WHERE a.known_until = 2147483647)
                       OR id IN (SELECT o.office_id
                                   FROM office AS o
                                   JOIN activity AS a
                                     ON instr(' ' || a.offices || ' ', ' ' || o.code || ' ')
                                  WHERE a.known_until = 2147483647)
                       OR id IN (SELECT o.office_id
                                   FROM office AS o
                                   JOIN label AS l
                                   JOIN label_version AS n USING (label_id)
                                  WHERE n.known_until = 2147483647
                                    AND o.code IN (l.office, n.covered_by))
                       OR id IN (SELECT o.office_id
                                   FROM office AS o
                                   JOIN enrolment AS e ON e.office = o.code
                                   JOIN enrolment_version AS n USING (enrolment_id)
                                  WHERE n.known_until = 2147483647)
                       OR id IN (SELECT o.office_id
                                   FROM office AS o
                                   JOIN perimeter AS p ON p.office = o.code
                                   JOIN perimeter_version AS n USING (perimeter_id)
                                  WHERE n.known_until = 2147483647)
                       OR id IN (SELECT o.office_id
                                   FROM office AS o
                                   JOIN need AS e ON e.office = o.code
                                   JOIN need_version AS n USING (need_id)
                                  WHERE n.known_until = 2147483647)
       WHEN 'session' THEN id IN (SELECT s.session_id
                                    FROM session AS s
                                    JOIN enrolment AS e ON e.session = s.code
                                    JOIN enrolment_version AS n USING (enrolment_id)
                                   WHERE n.known_until = 2147483647)
       WHEN 'indicator' THEN EXISTS (SELECT 1 FROM observation
                                   WHERE figure_id BETWEEN id << 48 AND ((id + 1) << 48) - 1)
                       OR id IN (SELECT i.indicator_id
                                   FROM indicator AS i
                                   JOIN break AS b ON b.indicator = i.code
                                   JOIN break_version AS n USING (break_id)
                                  WHERE n.known_until = 2147483647)
                       OR id IN (SELECT i.indicator_id
                                   FROM indicator AS i
                                   JOIN confirmation AS c ON c.indicator = i.code
                                   JOIN confirmation_version AS n USING (confirmation_id)
                                  WHERE n.known_until = 2147483647)
                       OR id IN (SELECT i.indicator_id
                                   FROM indicator AS i
                                   JOIN objective AS b ON b.indicator = i.code
                                   JOIN objective_version AS n USING (objective_id)
                                  WHERE n.known_until = 2147483647)
                       OR id IN (SELECT i.indicator_id
                                   FROM indicator AS i
                                   JOIN target AS b ON b.indicator = i.code
                                   JOIN target_version AS n USING (target_id)
                                  WHERE n.known_until = 2147483647)
                       OR id IN (SELECT i.indicator_id
                                   FROM indicator AS i
                                   JOIN measure_version AS n
                                     ON n.of_what = i.code AND n.source IN ('indicator', 'collect')
                                  WHERE n.known_until = 2147483647)
       WHEN 'territory' THEN id IN (SELECT t.territory_id
                                      FROM territory AS t
                                      JOIN office_version AS v
                                        ON t.code IN (v.territory, v.epci, v.departement, v.region)
                                     WHERE v.known_until = 2147483647
                                    UNION
                                    SELECT t.territory_id
                                      FROM territory AS t
                                      JOIN session_version AS v ON v.territory = t.code
                                     WHERE v.known_until = 2147483647)
       WHEN 'resolution' THEN id IN (SELECT r.resolution_id
                                       FROM resolution AS r
                                       JOIN progress AS p ON p.resolution = r.code
                                      WHERE p.known_until = 2147483647
                                     UNION
                                     SELECT r.resolution_id
                                       FROM resolution AS r
                                       JOIN action_version AS v ON v.resolution = r.code
                                      WHERE v.known_until = 2147483647
                                     UNION
                                     SELECT r.resolution_id
                                       FROM resolution AS r
                                       JOIN agreement_version AS v ON v.resolution = r.code
                                      WHERE v.known_until = 2147483647
                                     UNION
                                     SELECT r.resolution_id
                                       FROM resolution AS r
                                       JOIN session_version AS v
                                         ON instr(' ' || v.resolutions || ' ', ' ' || r.code || ' ')
                                      WHERE v.known_until = 2147483647
                                     UNION
                                     SELECT r.resolution_id
                                       FROM resolution AS r
                                       JOIN target AS t ON t.resolution = r.code
                                       JOIN target_version AS v USING (target_id)
                                      WHERE v.known_until = 2147483647
                                     UNION
                                     SELECT r.resolution_id
                                       FROM resolution AS r
                                       JOIN measure_version AS v ON v.resolution = r.code
                                      WHERE v.known_until = 2147483647
                                     UNION
                                     SELECT r.resolution_id
                                       FROM resolution AS r
                                       JOIN activity AS a
                                         ON instr(' ' || a.resolutions || ' ', ' ' || r.code || ' ')
                                      WHERE a.known_until = 2147483647
                                     UNION
                                     SELECT r.resolution_id
                                       FROM resolution AS r
                                       JOIN need_version AS v
                                         ON instr(' ' || v.resolutions || ' ', ' ' || r.code || ' ')
                                      WHERE v.known_until = 2147483647)
       WHEN 'partner' THEN id IN (SELECT p.partner_id
                                    FROM partner AS p
                                    JOIN agreement_version AS v ON v.partner = p.code
                                   WHERE v.known_until = 2147483647
                                  UNION
                                  SELECT p.partner_id
                                    FROM partner AS p
                                    JOIN activity AS a
                                      ON instr(' ' || a.partners || ' ', ' ' || p.code || ' ')
                                   WHERE a.known_until = 2147483647)
       WHEN 'agreement' THEN id IN (SELECT a.agreement_id
                                      FROM agreement AS a
                                      JOIN objective AS b ON b.agreement = a.code
                                      JOIN objective_version AS v USING (objective_id)
                                     WHERE v.known_until = 2147483647)
       WHEN 'action' THEN id IN (
         WITH RECURSIVE mention (id, known_from, words) AS (
           SELECT action_id, v.known_from,
                  ' ' || replace(replace(replace(
                    coalesce(v.after, '') || ' ' || coalesce(v.starts_on, '') || ' ' ||
                    coalesce(v.due_on, '') || ' ' || a.code, '+', ' '), ':', ' '), '#', ' ') || ' '
             FROM action AS a
             JOIN action_version AS v USING (action_id)
            WHERE v.known_until = 2147483647),
         named (id) AS (
           SELECT a.action_id
             FROM mention AS m
             JOIN action AS a ON a.action_id <> m.id AND instr(m.words, ' ' || a.code || ' ')
            WHERE m.known_from <> :batch
            UNION
           SELECT a.action_id
             FROM named AS n
             JOIN mention AS m ON m.id = n.id
             JOIN action AS a ON a.action_id <> m.id AND instr(m.words, ' ' || a.code || ' '))
         SELECT id FROM named)
       ELSE 0
       END;

-- changed again by a later batch: it stays
SELECT count(*) FROM @_version WHERE known_from = :batch AND known_until <> 2147483647;

-- the versions of the batch end …
UPDATE @_version
   SET known_until = :by
 WHERE known_until = 2147483647 AND @_id IN (SELECT id FROM temp.turned WHERE was_known);

-- … and those before begin again
INSERT INTO @_version (@_id, known_from, #)
SELECT @_id, :by, #
  FROM @_version
 WHERE (@_id, known_from) IN (SELECT id, back FROM temp.turned);

-- what moved, in all
SELECT coalesce(sum(was_known AND back IS NOT NULL), 0), coalesce(sum(back IS NULL), 0),
       coalesce(sum(NOT was_known), 0)
  FROM temp.turned;
