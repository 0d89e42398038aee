-- every row of the kind sessions, as it would be read back
--   :batch   the last batch known
SELECT k.code AS session, v.title, v.theme, v.resolutions, v.state, v.begins_on AS begins,
       v.ends_on AS "ends", v.days, v.hours, v.place, v.territory, v.seats, v.provider,
       v.teaching_eur, v.other_costs_eur, v.opco_eur, v.cnfpt_eur, v.region_eur,
       v.relais_eur, v.offices_eur, v.others_eur, v.satisfaction, v.answers
  FROM session AS k
  JOIN session_version AS v USING (session_id)
 WHERE v.known_from <= :batch AND v.known_until > :batch
 ORDER BY k.code;
