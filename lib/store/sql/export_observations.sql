-- the figures of one indicator, offices in order of code (DESIGN: normalised CSV)
--   :indicator   its id      :from :to   periods, both included      :batch   the last one known
SELECT o.code, n.period, n.value, n.state
  FROM (SELECT period, office_id, value, state
          FROM observation
         WHERE figure_id BETWEEN (:indicator << 48) | (:from << 30) AND (:indicator << 48) | (:to << 30) | 0x3fffffff
           AND batch_id <= :batch
         UNION ALL
        SELECT period, office_id, value, state
          FROM superseded
         WHERE figure_id BETWEEN (:indicator << 48) | (:from << 30) AND (:indicator << 48) | (:to << 30) | 0x3fffffff
           AND batch_id <= :batch
           AND until_batch_id > :batch) AS n
  JOIN office AS o USING (office_id)
 ORDER BY n.period, o.code;
