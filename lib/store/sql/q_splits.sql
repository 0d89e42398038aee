-- question: the offices that split, as known, by office and day
--   :known  the last batch known
SELECT e.office, e.becomes, e.happened_on, e.share
  FROM event AS e
 WHERE e.type = 'scission' AND e.becomes IS NOT NULL
   AND e.batch_id <= :known AND e.known_until > :known
 ORDER BY e.office, e.happened_on, e.becomes, e.event_id;
