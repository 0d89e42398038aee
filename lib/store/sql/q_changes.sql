-- question: which batches changed the figures of one indicator and period, and of which offices
--   :indicator id   :period   :known the last batch known
SELECT batch_id, office_id
  FROM (SELECT batch_id, office_id FROM observation
         WHERE figure_id BETWEEN (:indicator << 48) | (:period << 30) AND (:indicator << 48) | (:period << 30) | 0x3fffffff
        UNION
        SELECT batch_id, office_id FROM superseded
         WHERE figure_id BETWEEN (:indicator << 48) | (:period << 30) AND (:indicator << 48) | (:period << 30) | 0x3fffffff
        UNION
        SELECT until_batch_id, office_id FROM superseded
         WHERE figure_id BETWEEN (:indicator << 48) | (:period << 30) AND (:indicator << 48) | (:period << 30) | 0x3fffffff)
 WHERE batch_id <= :known
 ORDER BY batch_id, office_id;
