-- question: the actions as known
--   :known  the last batch known
SELECT a.code, v.resolution, v.title, v.owner, v.partners, v.starts_on, v.due_on, v.state,
       v.progress, v.planned_eur, v.spent_eur, v.indicator, v.target, v.proof, v.offices,
       v.weight, v.after, v.repeats, v.repeats_until, v.done_on, v.planned_days, v.spent_days,
       v.fundings, v.blocked,
       (SELECT count(*) FROM action_version AS e
         WHERE e.action_id = v.action_id AND e.known_from <= :known),
       b.received_on
  FROM action AS a
  JOIN action_version AS v USING (action_id)
  JOIN batch AS b ON b.batch_id = v.known_from
 WHERE v.known_from <= :known AND v.known_until > :known
 ORDER BY a.code;
