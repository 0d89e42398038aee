-- every row of the kind actions, as it would be read back
--   :batch   the last batch known
SELECT c.code, v.resolution, v.title, v.owner, v.partners, v.starts_on AS start,
       v.due_on AS due, v.state, v.progress, v.planned_eur, v.spent_eur, v.indicator,
       v.target, v.proof, v.offices, v.weight, v.after, v.repeats AS repeat,
       v.repeats_until AS until, v.done_on, v.planned_days, v.spent_days, v.fundings, v.blocked
  FROM action AS c
  JOIN action_version AS v USING (action_id)
 WHERE v.known_from <= :batch AND v.known_until > :batch
 ORDER BY c.code;
