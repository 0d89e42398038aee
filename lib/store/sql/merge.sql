-- the merge of figures: statements of ingest/staging.c, in its order
--   ?1 figure

-- what is there between two figures
SELECT figure_id, value, state, batch_id, line
  FROM observation
 WHERE figure_id BETWEEN ?1 AND ?2
 ORDER BY figure_id;

-- a new figure
INSERT INTO observation (figure_id, value, state, batch_id, line)
VALUES (?1, ?2, ?3, ?4, ?5);

-- new figures, thirty-two at a time: the statement's own cost is paid once for all
INSERT INTO observation (figure_id, value, state, batch_id, line)
VALUES (?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?);

-- the known one, before it is revised by batch ?2
INSERT INTO superseded (figure_id, until_batch_id, value, state, batch_id, line)
SELECT figure_id, ?2, value, state, batch_id, line
  FROM observation
 WHERE figure_id = ?1;

-- its revision
UPDATE observation
   SET value = ?2, state = ?3, batch_id = ?4, line = ?5
 WHERE figure_id = ?1;

-- two lines of one file disagree: the first goes out again …
DELETE FROM observation WHERE figure_id = ?1;

-- … what batch ?2 had replaced comes back …
INSERT INTO observation (figure_id, value, state, batch_id, line)
SELECT figure_id, value, state, batch_id, line
  FROM superseded
 WHERE figure_id = ?1 AND until_batch_id = ?2;

-- … and is no longer superseded
DELETE FROM superseded
 WHERE figure_id = ?1 AND until_batch_id = ?2;

-- a new indicator turns out to have more decimals: its figures so far, ?2 times finer units
UPDATE observation SET value = value * ?2
 WHERE figure_id BETWEEN ?1 << 48 AND ((?1 + 1) << 48) - 1;

-- … and those it had
UPDATE superseded SET value = value * ?2
 WHERE figure_id BETWEEN ?1 << 48 AND ((?1 + 1) << 48) - 1;

-- … and the indicator itself, ?2 decimals
UPDATE indicator SET decimals = ?2 WHERE indicator_id = ?1;
