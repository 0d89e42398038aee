-- question: what offices sent of one indicator for one period, as known
--   :indicator code   :period   :known the last batch known
WITH figure (office_id, value) AS (
  SELECT n.office_id, n.value
    FROM observation AS n
    JOIN indicator AS i ON i.code = :indicator
   WHERE n.figure_id BETWEEN (i.indicator_id << 48) | (:period << 30)
                         AND (i.indicator_id << 48) | (:period << 30) | 0x3fffffff
     AND n.batch_id <= :known AND n.state = 0
  UNION ALL
  SELECT n.office_id, n.value
    FROM superseded AS n
    JOIN indicator AS i ON i.code = :indicator
   WHERE n.figure_id BETWEEN (i.indicator_id << 48) | (:period << 30)
                         AND (i.indicator_id << 48) | (:period << 30) | 0x3fffffff
     AND n.batch_id <= :known AND n.until_batch_id > :known AND n.state = 0)
SELECT f.office_id, f.value, i.decimals
  FROM figure AS f
  JOIN indicator AS i ON i.code = :indicator
 ORDER BY f.office_id;
