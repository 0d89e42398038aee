-- every row of the kind confirmations, as it would be read back
--   :batch   the last batch known
SELECT c.office, c.indicator, c.period, v.confirmed, v.reason
  FROM confirmation AS c
  JOIN confirmation_version AS v USING (confirmation_id)
 WHERE v.known_from <= :batch AND v.known_until > :batch
 ORDER BY c.office, c.indicator, c.period;
