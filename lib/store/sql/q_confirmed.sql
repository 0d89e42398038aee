-- question: the figures somebody confirmed, as known, in the order they are looked up
--   :known  the last batch known
SELECT o.office_id, i.indicator_id, c.period, v.confirmed, v.reason
  FROM confirmation AS c
  JOIN confirmation_version AS v USING (confirmation_id)
  JOIN office AS o ON o.code = c.office
  JOIN indicator AS i ON i.code = c.indicator
 WHERE v.known_from <= :known AND v.known_until > :known
 ORDER BY o.office_id, i.indicator_id, c.period;
