-- question: the actions as known
--   :known  the last batch known
SELECT a.code, v.resolution, v.title, v.owner, v.partners, v.starts_on, v.due_on, v.state,
       v.progress, v.planned_eur, v.spent_eur, v.indicator, v.target, v.proof, v.offices,
       v.weight
  FROM action AS a
  JOIN action_version AS v USING (action_id)
 WHERE v.known_from <= :known AND v.known_until > :known
 ORDER BY a.code;
