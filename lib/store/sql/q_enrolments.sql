-- question: who is enrolled, as known
--   :known  the last batch known
SELECT e.session, e.office, e.category, e.regime, v.trainees, v.absent, v.hours, v.days
  FROM enrolment AS e
  JOIN enrolment_version AS v USING (enrolment_id)
 WHERE v.known_from <= :known AND v.known_until > :known
 ORDER BY e.session, e.office, e.category, e.regime;
