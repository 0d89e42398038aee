-- import: does another office cover a commune at the same time? A commune goes with its office into the
-- one that goes on for it, from the day after its last.
--   :office :covers :valid_from :valid_until   of the row at hand
WITH RECURSIVE stay (mine, office, first, last) AS (
  SELECT 1, :office, coalesce(:valid_from, '0'), coalesce(:valid_until, '9')
  UNION ALL
  SELECT 0, p.office, coalesce(v.valid_from, '0'), coalesce(v.valid_until, '9')
    FROM perimeter AS p
    JOIN perimeter_version AS v USING (perimeter_id)
   WHERE v.known_until = 2147483647 AND p.commune = :covers AND p.office <> :office
  UNION
  SELECT s.mine, n.merged_into, max(s.first, date(n.closed_on, '+1 day')), s.last
    FROM stay AS s
    JOIN office AS o ON o.code = s.office
    JOIN office_version AS n USING (office_id)
   WHERE n.known_until = 2147483647 AND n.merged_into IS NOT NULL AND n.closed_on < s.last),
piece (mine, office, first, last) AS (
  SELECT s.mine, s.office, s.first, min(s.last, coalesce(n.closed_on, '9'))
    FROM stay AS s
    JOIN office AS o ON o.code = s.office
    JOIN office_version AS n USING (office_id)
   WHERE n.known_until = 2147483647)
SELECT b.office, nullif(max(a.first, b.first), '0') AS since,
       EXISTS (SELECT 1
                 FROM label AS l
                 JOIN label_version AS n USING (label_id)
                WHERE l.holder = :covers AND l.scheme = 'station_classee'
                  AND l.decided_on <> '' AND n.withdrawn_on IS NULL
                  AND n.known_until = 2147483647) AS is_station
  FROM piece AS a
  JOIN piece AS b ON a.mine = 1 AND b.mine = 0 AND a.office <> b.office
 WHERE a.first <= a.last AND b.first <= b.last AND a.first <= b.last AND b.first <= a.last
 ORDER BY since, b.office
 LIMIT 1;
