-- question: what the relais did up to a day, oldest first, as known
--   :known  the last batch known   :day  the day we look from
SELECT a.done_on, a.code, a.type, a.resolutions, a.title, a.offices, a.partners, a.proof, a.people,
       a.delay_days, a.days
  FROM activity AS a
 WHERE a.batch_id <= :known AND a.known_until > :known AND a.done_on <= :day
 ORDER BY a.done_on, a.activity_id;
