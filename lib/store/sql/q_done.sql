-- question: since when each action is known to be done, and its proof
--   :known  the last batch known
SELECT a.code, v.resolution, v.proof,
       (SELECT min(b.received_on)
          FROM action_version AS w
          JOIN batch AS b ON b.batch_id = w.known_from
         WHERE w.action_id = v.action_id AND w.state = 'fait' AND w.known_from <= :known) AS since
  FROM action AS a
  JOIN action_version AS v USING (action_id)
 WHERE v.known_from <= :known AND v.known_until > :known AND v.state = 'fait'
 ORDER BY a.code;
