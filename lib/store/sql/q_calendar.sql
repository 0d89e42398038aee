-- question: school holidays and events as known
--   :known  the last batch known
SELECT c.type, c.zone, c.label, c.begins_on, coalesce(v.ends_on, c.begins_on) AS ends_on
  FROM calendar AS c
  JOIN calendar_version AS v USING (calendar_id)
 WHERE v.known_from <= :known AND v.known_until > :known
 ORDER BY c.begins_on, c.zone, c.label;
