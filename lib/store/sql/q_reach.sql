-- question: first and last period of one length with anything known of an indicator
--   :indicator id   :low :high slots of the length   :known the last batch known
SELECT min(first), max(last)
  FROM (SELECT (SELECT period FROM observation
                 WHERE figure_id BETWEEN :indicator << 48 AND ((:indicator + 1) << 48) - 1
                   AND batch_id <= :known
                   AND period % 20 BETWEEN :low AND :high
                 ORDER BY figure_id LIMIT 1) AS first,
               (SELECT period FROM observation
                 WHERE figure_id BETWEEN :indicator << 48 AND ((:indicator + 1) << 48) - 1
                   AND batch_id <= :known
                   AND period % 20 BETWEEN :low AND :high
                 ORDER BY figure_id DESC LIMIT 1) AS last
        UNION ALL
        SELECT (SELECT period FROM superseded
                 WHERE figure_id BETWEEN :indicator << 48 AND ((:indicator + 1) << 48) - 1
                   AND batch_id <= :known
                   AND until_batch_id > :known AND period % 20 BETWEEN :low AND :high
                 ORDER BY figure_id LIMIT 1),
               (SELECT period FROM superseded
                 WHERE figure_id BETWEEN :indicator << 48 AND ((:indicator + 1) << 48) - 1
                   AND batch_id <= :known
                   AND until_batch_id > :known AND period % 20 BETWEEN :low AND :high
                 ORDER BY figure_id DESC LIMIT 1));
