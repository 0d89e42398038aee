-- question: the labels as known; a commune that says no office is covered by the one whose seat it is
--   :known  the last batch known
SELECT l.office, l.holder, l.scheme, l.decided_on, v.name, v.level, v.grid, v.basis, v.reason,
       v.reference,
       coalesce(v.covered_by,
                (SELECT o.code
                   FROM office AS o
                   JOIN office_version AS w USING (office_id)
                  WHERE w.insee = l.holder AND w.known_from <= :known AND w.known_until > :known
                  ORDER BY w.closed_on IS NOT NULL, o.code
                  LIMIT 1)) AS covered_by,
       v.complete_on, v.filed_on, v.valid_until, v.withdrawn_on, v.injunction_on
  FROM label AS l
  JOIN label_version AS v USING (label_id)
 WHERE v.known_from <= :known AND v.known_until > :known
 ORDER BY l.office, l.holder, l.scheme, l.decided_on;
