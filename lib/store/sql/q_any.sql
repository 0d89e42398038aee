-- question: is anything known of an indicator between two periods
--   :indicator id   :from :to periods   :known the last batch known
SELECT EXISTS (SELECT 1 FROM observation
                WHERE indicator_id = :indicator AND period BETWEEN :from AND :to
                  AND batch_id <= :known)
    OR EXISTS (SELECT 1 FROM superseded
                WHERE indicator_id = :indicator AND period BETWEEN :from AND :to
                  AND batch_id <= :known AND until_batch_id > :known);
