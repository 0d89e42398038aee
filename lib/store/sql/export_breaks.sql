-- every row of the kind breaks, as it would be read back
--   :batch   the last batch known
SELECT nullif(b.office, '') AS office, b.indicator, b.begins_on AS date, v.reason
  FROM break AS b
  JOIN break_version AS v USING (break_id)
 WHERE v.known_from <= :batch AND v.known_until > :batch
 ORDER BY b.begins_on, b.indicator, b.office;
