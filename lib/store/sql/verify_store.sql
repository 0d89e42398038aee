-- What holds in every store whatever was done to it, said as what would be wrong: statements of
-- question/verify, each giving rule, table, row and a detail. Nothing: all is well.

-- batches have every number from 1 …
SELECT 'batch-missing', 'batch', b.batch_id - 1, NULL
  FROM batch AS b
 WHERE b.batch_id > 1
   AND NOT EXISTS (SELECT 1 FROM batch AS l WHERE l.batch_id = b.batch_id - 1);

-- … came in the order of their days …
SELECT 'batch-order', 'batch', batch_id, received_on || ' < ' || before
  FROM (SELECT batch_id, received_on,
               max(received_on) OVER (ORDER BY batch_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
          FROM batch)
 WHERE received_on < before;

-- … and are undone by the batch that undoes them
SELECT 'batch-undone', 'batch', b.batch_id, b.undone_by
  FROM batch AS b
  LEFT JOIN batch AS u ON u.batch_id = b.undone_by
 WHERE b.undone_by IS NOT NULL AND u.undoes IS NOT b.batch_id
UNION ALL
SELECT 'batch-undone', 'batch', b.batch_id, u.batch_id
  FROM batch AS u
  JOIN batch AS b ON b.batch_id = u.undoes
 WHERE u.undone_by IS NULL AND b.undone_by IS NOT u.batch_id;

-- a batch of figures changed as many as it says, besides what it put in the registers to do so
WITH wrote (batch_id, figure_id) AS (
  SELECT batch_id, figure_id FROM observation
   UNION
  SELECT batch_id, figure_id FROM superseded
   UNION
  SELECT until_batch_id, figure_id FROM superseded),
counted (batch_id, figures) AS (
  SELECT batch_id, count(*) FROM wrote GROUP BY batch_id),
registered (batch_id) AS (
  SELECT known_from FROM office_version UNION ALL SELECT known_until FROM office_version
   UNION ALL
  SELECT known_from FROM indicator_version UNION ALL SELECT known_until FROM indicator_version
   UNION ALL
  SELECT known_from FROM territory_version UNION ALL SELECT known_until FROM territory_version),
besides (batch_id, rows) AS (
  SELECT batch_id, count(*) FROM registered GROUP BY batch_id)
SELECT 'batch-figures', 'batch', b.batch_id,
       (b.created + b.revised) || ' <> ' || coalesce(c.figures, 0)
  FROM batch AS b
  LEFT JOIN counted AS c USING (batch_id)
  LEFT JOIN besides AS r USING (batch_id)
 WHERE b.kind = 'observations'
   AND b.created + b.revised NOT BETWEEN coalesce(c.figures, 0)
                                     AND coalesce(c.figures, 0) + coalesce(r.rows, 0)
UNION ALL
SELECT 'batch-figures', 'batch', b.batch_id, b.kind || ': ' || c.figures
  FROM counted AS c
  JOIN batch AS b USING (batch_id)
 WHERE b.kind <> 'observations';

-- a batch of what is only added added as many as it says
WITH added (kind, batch_id) AS (
  SELECT 'progress', batch_id FROM progress
   UNION ALL
  SELECT 'events', batch_id FROM event
   UNION ALL
  SELECT 'activities', batch_id FROM activity),
counted (kind, batch_id, rows) AS (
  SELECT kind, batch_id, count(*) FROM added GROUP BY kind, batch_id)
SELECT 'batch-rows', 'batch', b.batch_id, (b.created + b.revised) || ' <> ' || coalesce(c.rows, 0)
  FROM batch AS b
  LEFT JOIN counted AS c USING (kind, batch_id)
 WHERE b.kind IN ('progress', 'events', 'activities') AND b.undoes IS NULL
   AND b.created + b.revised <> coalesce(c.rows, 0);

-- figures are of batches, indicators, offices and periods that there are
SELECT 'figure-unknown', 'observation', figure_id,
       'batch ' || batch_id || ', indicator ' || indicator_id || ', office ' || office_id
  FROM observation
 WHERE batch_id NOT IN (SELECT batch_id FROM batch)
    OR indicator_id NOT IN (SELECT indicator_id FROM indicator)
    OR office_id NOT IN (SELECT office_id FROM office)
UNION ALL
SELECT 'figure-unknown', 'superseded', figure_id,
       'batch ' || batch_id || ' to ' || until_batch_id || ', indicator ' || indicator_id || ', office ' || office_id
  FROM superseded
 WHERE batch_id NOT IN (SELECT batch_id FROM batch)
    OR until_batch_id NOT IN (SELECT batch_id FROM batch)
    OR indicator_id NOT IN (SELECT indicator_id FROM indicator)
    OR office_id NOT IN (SELECT office_id FROM office);

SELECT 'figure-period', of, figure_id, period
  FROM (SELECT 'observation' AS of, figure_id, period FROM observation
         UNION ALL
        SELECT 'superseded', figure_id, period FROM superseded)
 WHERE period % 20 > 18;

-- a figure has a value, or a reason why not
SELECT 'figure-state', 'superseded', figure_id, state
  FROM superseded
 WHERE state NOT BETWEEN 0 AND 4 OR (state = 0) <> (value IS NOT NULL);

-- what was known of a figure goes on without gap nor overlap, but where an undo left one
WITH known (figure_id, from_id, until_id) AS (
  SELECT figure_id, batch_id, until_batch_id FROM superseded
   UNION ALL
  SELECT o.figure_id, o.batch_id, 2147483647
    FROM observation AS o
   WHERE o.figure_id IN (SELECT figure_id FROM superseded)),
followed (figure_id, from_id, until_id, next_id) AS (
  SELECT figure_id, from_id, until_id,
         lead(from_id) OVER (PARTITION BY figure_id ORDER BY until_id)
    FROM known)
SELECT 'figure-history', 'superseded', f.figure_id,
       f.from_id || '–' || f.until_id || coalesce(', ' || f.next_id, '')
  FROM followed AS f
  LEFT JOIN batch AS b ON b.batch_id = f.until_id
 WHERE f.from_id >= f.until_id
    OR f.next_id < f.until_id
    OR (f.next_id IS NOT f.until_id AND f.until_id <> 2147483647 AND b.undoes IS NULL);

-- an edition has the figures it says; their fingerprint is compared besides
SELECT 'edition-figures', 'edition', e.edition_id, e.figures || ' <> ' || count(f.rank)
  FROM edition AS e
  LEFT JOIN edition_figure AS f USING (edition_id)
 GROUP BY e.edition_id
HAVING e.figures <> count(f.rank) OR coalesce(max(f.rank), 0) <> count(f.rank);
