-- every row of the kind events, as it would be read back
--   :batch   the last batch known
SELECT e.happened_on AS date, e.type, e.office, e.becomes AS "into", e.share, e.note
  FROM event AS e
 WHERE e.batch_id <= :batch AND e.known_until > :batch
 ORDER BY e.happened_on, e.office, e.type, e.becomes, e.share, e.note;
