-- question: the figures of one indicator that nothing has replaced, in the table's own order
--   :indicator id   :from :to periods   :known the last batch known
SELECT period, office_id, value, state
  FROM observation
 WHERE indicator_id = :indicator AND period BETWEEN :from AND :to AND batch_id <= :known;
