-- question: every figure ever collected of one indicator, replaced or not, with the batch it came in
--   :indicator id   :from :to periods   :known the last batch known
SELECT period, office_id, state, batch_id, 1 AS is_current
  FROM observation
 WHERE figure_id BETWEEN (:indicator << 48) | (:from << 30) AND (:indicator << 48) | (:to << 30) | 0x3fffffff
   AND state <= 1 AND batch_id <= :known
UNION ALL
SELECT period, office_id, state, batch_id, until_batch_id > :known
  FROM superseded
 WHERE figure_id BETWEEN (:indicator << 48) | (:from << 30) AND (:indicator << 48) | (:to << 30) | 0x3fffffff
   AND state <= 1 AND batch_id <= :known;
