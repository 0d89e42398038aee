-- every row of the kind enrolments, as it would be read back
--   :batch   the last batch known
SELECT k.session, k.office, k.category, nullif(k.regime, '') AS regime, v.trainees,
       v.absent, v.hours, v.days
  FROM enrolment AS k
  JOIN enrolment_version AS v USING (enrolment_id)
 WHERE v.known_from <= :batch AND v.known_until > :batch
 ORDER BY k.session, k.office, k.category, k.regime;
