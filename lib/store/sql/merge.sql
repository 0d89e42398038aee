-- the merge of figures: statements of ingest/staging.c, in its order
--   ?1 indicator   ?2 period   ?3 office

-- what is there of one indicator and period, by office
SELECT office_id, value, state, batch_id, line
  FROM observation
 WHERE indicator_id = ?1 AND period = ?2
 ORDER BY office_id;

-- a new figure
INSERT INTO observation (indicator_id, period, office_id, value, state, batch_id, line)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);

-- new figures, thirty-two at a time: the statement's own cost is paid once for all
INSERT INTO observation (indicator_id, period, office_id, value, state, batch_id, line)
VALUES (?, ?, ?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?, ?, ?),
       (?, ?, ?, ?, ?, ?, ?);

-- the known one, before it is revised by batch ?4
INSERT INTO superseded (indicator_id, period, office_id, until_batch_id, value, state, batch_id, line)
SELECT indicator_id, period, office_id, ?4, value, state, batch_id, line
  FROM observation
 WHERE indicator_id = ?1 AND period = ?2 AND office_id = ?3;

-- its revision
UPDATE observation
   SET value = ?4, state = ?5, batch_id = ?6, line = ?7
 WHERE indicator_id = ?1 AND period = ?2 AND office_id = ?3;

-- two lines of one file disagree: the first goes out again …
DELETE FROM observation WHERE indicator_id = ?1 AND period = ?2 AND office_id = ?3;

-- … what batch ?4 had replaced comes back …
INSERT INTO observation (indicator_id, period, office_id, value, state, batch_id, line)
SELECT indicator_id, period, office_id, value, state, batch_id, line
  FROM superseded
 WHERE indicator_id = ?1 AND period = ?2 AND office_id = ?3 AND until_batch_id = ?4;

-- … and is no longer superseded
DELETE FROM superseded
 WHERE indicator_id = ?1 AND period = ?2 AND office_id = ?3 AND until_batch_id = ?4;

-- a new indicator turns out to have more decimals: its figures so far, ?2 times finer units
UPDATE observation SET value = value * ?2 WHERE indicator_id = ?1;

-- … and those it had
UPDATE superseded SET value = value * ?2 WHERE indicator_id = ?1;

-- … and the indicator itself, ?2 decimals
UPDATE indicator SET decimals = ?2 WHERE indicator_id = ?1;
