-- question: the training sessions as known, in order of their day, then their code
--   :known  the last batch known
SELECT s.code, v.title, v.theme, v.resolutions, v.state, v.begins_on, v.ends_on, v.place,
       v.territory, v.provider, v.seats, v.answers, v.days, v.hours, v.satisfaction,
       v.teaching_eur, v.other_costs_eur, v.opco_eur, v.cnfpt_eur, v.region_eur,
       v.relais_eur, v.offices_eur, v.others_eur
  FROM session AS s
  JOIN session_version AS v USING (session_id)
 WHERE v.known_from <= :known AND v.known_until > :known
 ORDER BY v.begins_on IS NULL, v.begins_on, s.code;
