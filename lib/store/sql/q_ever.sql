-- which offices ever sent an indicator, as known
--   :indicator   its id      :known   the last batch known
SELECT office_id
  FROM observation
 WHERE figure_id BETWEEN :indicator << 48 AND ((:indicator + 1) << 48) - 1
   AND state <= 1 AND batch_id <= :known
UNION
SELECT office_id
  FROM superseded
 WHERE figure_id BETWEEN :indicator << 48 AND ((:indicator + 1) << 48) - 1
   AND state <= 1 AND batch_id <= :known AND until_batch_id > :known;
