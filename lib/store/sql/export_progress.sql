-- every row of the kind progress, as it would be read back
--   :batch   the last batch known
SELECT p.resolution, p.office, p.stated_on AS date, p.state, p.note, p.proof
  FROM progress AS p
  JOIN resolution AS r ON r.code = p.resolution
  LEFT JOIN resolution_version AS v ON v.resolution_id = r.resolution_id AND v.known_until = 2147483647
 WHERE p.batch_id <= :batch AND p.known_until > :batch
 ORDER BY p.stated_on, v.rank, p.resolution, p.office, p.state, p.note, p.proof;
