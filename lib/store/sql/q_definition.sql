-- question: which version of an indicator's definition is known, and what brought it
--   :indicator  its id      :known   the last batch known
SELECT (SELECT count(*) FROM indicator_version AS w
         WHERE w.indicator_id = v.indicator_id AND w.known_from <= v.known_from) AS version,
       v.known_from, b.received_on, b.source
  FROM indicator_version AS v
  JOIN batch AS b ON b.batch_id = v.known_from
 WHERE v.indicator_id = :indicator AND v.known_from <= :known AND v.known_until > :known;
