-- question: who has an identifier of which scheme on a day, as known
--   :known  the last batch known   :day  the day we look from
SELECT i.office, i.scheme
  FROM identifier AS i
  JOIN identifier_version AS v USING (identifier_id)
 WHERE v.known_from <= :known AND v.known_until > :known
   AND coalesce(v.valid_from, '') <= :day AND coalesce(v.valid_until, '9') >= :day
 ORDER BY i.office, i.scheme;
