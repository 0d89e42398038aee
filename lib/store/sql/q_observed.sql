-- question: the figures of one indicator that nothing has replaced, in the table's own order
--   :indicator id   :from :to periods   :known the last batch known
SELECT figure_id, value, state, batch_id
  FROM observation
 WHERE figure_id BETWEEN (:indicator << 48) | (:from << 30) AND (:indicator << 48) | (:to << 30) | 0x3fffffff
   AND batch_id <= :known;
