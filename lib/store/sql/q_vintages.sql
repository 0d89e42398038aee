-- question: every figure ever known for one place, oldest first
--   :indicator id   :period   :office id   :known the last batch known
SELECT v.value, v.state, b.received_on, v.batch_id, b.source, v.line,
       CASE WHEN v.until_batch_id <= :known THEN v.until_batch_id END AS until, b.who
  FROM (SELECT value, state, batch_id, line, NULL AS until_batch_id
          FROM observation
         WHERE figure_id = (:indicator << 48) | (:period << 30) | :office
        UNION ALL
        SELECT value, state, batch_id, line, until_batch_id
          FROM superseded
         WHERE figure_id = (:indicator << 48) | (:period << 30) | :office) AS v
  LEFT JOIN batch AS b USING (batch_id)
 WHERE v.batch_id <= :known
 ORDER BY v.batch_id, coalesce(v.until_batch_id, 2147483647), v.line;
