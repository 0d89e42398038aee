-- question: what enlarged the perimeter of an office, as known, by day
--   :known  the last batch known
SELECT e.type, e.office, coalesce(e.becomes, '') AS becomes, e.happened_on
  FROM event AS e
 WHERE e.type IN ('fusion', 'absorption', 'extension_perimetre')
   AND e.batch_id <= :known AND e.known_until > :known
 ORDER BY e.happened_on, e.event_id;
