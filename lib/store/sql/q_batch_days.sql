-- question: the day of every batch; none for one that was taken back
--   :known the last batch known
SELECT batch_id, CASE WHEN undone_by IS NULL OR undone_by > :known THEN received_on END
  FROM batch
 WHERE batch_id <= :known
 ORDER BY batch_id;
