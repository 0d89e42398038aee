-- what a file may not bring, of sessions and enrolments: statements of
-- ingest/registers/eligibility.c, in its order
--   :batch   the import under way

-- sessions it touches whose money goes to people that its funder is not there for: no one who
-- is enrolled is under the law its money is for; and those with more people than seats
WITH touched (code) AS (
  SELECT s.code
    FROM session AS s
    JOIN session_version AS v USING (session_id)
   WHERE v.known_from = :batch
  UNION
  SELECT e.session
    FROM enrolment AS e
    JOIN enrolment_version AS v USING (enrolment_id)
   WHERE v.known_from = :batch),
seated (code, people, employees_private, employees_public) AS (
  SELECT e.session, sum(v.trainees - v.absent),
         sum(CASE e.regime WHEN 'prive' THEN v.trainees ELSE 0 END),
         sum(CASE e.regime WHEN 'public' THEN v.trainees ELSE 0 END)
    FROM enrolment AS e
    JOIN enrolment_version AS v USING (enrolment_id)
   WHERE v.known_until = 2147483647 AND v.trainees > 0
     AND e.session IN (SELECT code FROM touched)
   GROUP BY e.session)
SELECT t.code,
       CASE WHEN CAST(v.opco_eur AS REAL) > 0 AND p.employees_private = 0 THEN 1
            WHEN CAST(v.cnfpt_eur AS REAL) > 0 AND p.employees_public = 0 THEN 2
            ELSE 0
       END AS refused,
       p.people, v.seats
  FROM touched AS t
  JOIN seated AS p USING (code)
  JOIN session AS s USING (code)
  JOIN session_version AS v USING (session_id)
 WHERE v.known_until = 2147483647 AND v.state <> 'annule'
   AND (refused > 0 OR p.people > v.seats)
 ORDER BY t.code;

-- the rows of the file that are about a session: its enrolments, then itself
SELECT 'enrolment', e.enrolment_id,
       e.session || ' ' || e.office || ' ' || e.category ||
       CASE e.regime WHEN '' THEN '' ELSE ' ' || e.regime END
  FROM enrolment AS e
  JOIN enrolment_version AS v USING (enrolment_id)
 WHERE v.known_from = :batch AND e.session = :code
UNION ALL
SELECT 'session', s.session_id, s.code
  FROM session AS s
  JOIN session_version AS v USING (session_id)
 WHERE v.known_from = :batch AND s.code = :code
 ORDER BY 1, 3;

-- an enrolment as it was before
DELETE FROM enrolment_version WHERE enrolment_id = :id AND known_from = :batch;

UPDATE enrolment_version SET known_until = 2147483647
 WHERE enrolment_id = :id AND known_until = :batch;

-- a session as it was before
DELETE FROM session_version WHERE session_id = :id AND known_from = :batch;

UPDATE session_version SET known_until = 2147483647
 WHERE session_id = :id AND known_until = :batch;
