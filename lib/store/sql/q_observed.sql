-- question: the figures of one indicator, in the table's own order, whatever batch they are of
--   :indicator id   :from :to periods
SELECT visit(figure_id, value, state, batch_id)
  FROM observation
 WHERE figure_id BETWEEN (:indicator << 48) | (:from << 30) AND (:indicator << 48) | (:to << 30) | 0x3fffffff;
