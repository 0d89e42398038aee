-- every row of the kind activities, as it would be read back
--   :batch   the last batch known
SELECT a.code, a.done_on AS date, a.type, a.resolutions, a.title, a.offices, a.partners,
       a.people, a.days, a.delay_days, a.proof
  FROM activity AS a
 WHERE a.batch_id <= :batch AND a.known_until > :batch
 ORDER BY a.done_on, a.code, a.type, a.resolutions, a.title, a.offices, a.partners, a.people,
          a.days, a.delay_days, a.proof;
