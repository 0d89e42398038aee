-- question: is anything known of an indicator between two periods
--   :indicator id   :from :to periods   :known the last batch known
SELECT EXISTS (SELECT 1 FROM observation
                WHERE figure_id BETWEEN (:indicator << 48) | (:from << 30) AND (:indicator << 48) | (:to << 30) | 0x3fffffff
                  AND batch_id <= :known)
    OR EXISTS (SELECT 1 FROM superseded
                WHERE figure_id BETWEEN (:indicator << 48) | (:from << 30) AND (:indicator << 48) | (:to << 30) | 0x3fffffff
                  AND batch_id <= :known AND until_batch_id > :known);
