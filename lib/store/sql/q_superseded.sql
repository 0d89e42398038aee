-- question: the figures of one indicator that were replaced: what was still known (is_known), and
-- which of the known ones are revisions (is_revised)
--   :indicator id   :from :to periods   :known the last batch known
SELECT figure_id, value, state, until_batch_id > :known AS is_known,
       until_batch_id <= :known AND until_batch_id <> batch_id AS is_revised,
       batch_id, until_batch_id
  FROM superseded
 WHERE figure_id BETWEEN (:indicator << 48) | (:from << 30) AND (:indicator << 48) | (:to << 30) | 0x3fffffff
   AND batch_id <= :known;
