-- every row of the kind labels, as it would be read back
--   :batch   the last batch known
SELECT nullif(l.office, '') AS office, nullif(l.holder, '') AS holder, l.scheme,
       nullif(l.decided_on, '') AS decided_on, v.name, v.level, v.grid, v.complete_on, v.filed_on,
       v.valid_until, v.withdrawn_on, v.injunction_on, v.basis, v.covered_by, v.reason, v.reference
  FROM label AS l
  JOIN label_version AS v USING (label_id)
 WHERE v.known_from <= :batch AND v.known_until > :batch
 ORDER BY l.office, l.holder, l.scheme, l.decided_on;
