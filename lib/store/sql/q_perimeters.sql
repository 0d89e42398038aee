-- question: the communes that offices cover, as known, whatever the day
--   :known  the last batch known
SELECT p.commune, p.office, v.name, v.valid_from, v.valid_until,
       EXISTS (SELECT 1
                 FROM label AS l
                 JOIN label_version AS n USING (label_id)
                WHERE l.holder = p.commune AND l.scheme = 'station_classee'
                  AND l.decided_on <> '' AND n.withdrawn_on IS NULL
                  AND n.known_from <= :known AND n.known_until > :known) AS is_station
  FROM perimeter AS p
  JOIN perimeter_version AS v USING (perimeter_id)
 WHERE v.known_from <= :known AND v.known_until > :known
 ORDER BY p.commune, p.office;
