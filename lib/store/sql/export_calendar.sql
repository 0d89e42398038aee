-- every row of the kind calendar, as it would be read back
--   :batch   the last batch known
SELECT c.type, nullif(c.zone, '') AS zone, c.label, c.begins_on AS "from", v.ends_on AS "until"
  FROM calendar AS c
  JOIN calendar_version AS v USING (calendar_id)
 WHERE v.known_from <= :batch AND v.known_until > :batch
 ORDER BY c.begins_on, c.type, c.zone, c.label;
