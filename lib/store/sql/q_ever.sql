-- every figure an indicator has, and since which batch, the earliest period first, as known
--   :indicator   its id      :known   the last batch known
SELECT office_id, figure_id, batch_id
  FROM observation
 WHERE figure_id BETWEEN :indicator << 48 AND ((:indicator + 1) << 48) - 1
   AND state <= 1 AND batch_id <= :known
UNION ALL
SELECT office_id, figure_id, batch_id
  FROM superseded
 WHERE figure_id BETWEEN :indicator << 48 AND ((:indicator + 1) << 48) - 1
   AND state <= 1 AND batch_id <= :known AND until_batch_id > :known
 ORDER BY figure_id
