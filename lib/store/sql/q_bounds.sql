-- question: what a figure of each indicator may be, as known; as in q_indicators.sql, what was
-- defined only later counts with its first definition
--   :known  the last batch known
SELECT i.code, v.minimum, v.maximum, v.soft_maximum
  FROM indicator AS i
  JOIN indicator_version AS v USING (indicator_id)
 WHERE v.known_from <= :known AND v.known_until > :known
    OR v.known_from > :known
       AND NOT EXISTS (SELECT 1 FROM indicator_version AS w
                        WHERE w.indicator_id = v.indicator_id AND w.known_from < v.known_from);
