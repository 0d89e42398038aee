-- question: what the indicators mean, as known; what was defined only later counts with its first definition
--   :known  the last batch known
SELECT i.code, v.label_fr, v.label_en, v.unit, v.type, v.periodicity, v.over_offices,
       v.over_time, v.numerator, v.denominator, v.factor, v.weight
  FROM indicator AS i
  JOIN indicator_version AS v USING (indicator_id)
 WHERE v.known_from <= :known AND v.known_until > :known
    OR v.known_from > :known
       AND NOT EXISTS (SELECT 1 FROM indicator_version AS w
                        WHERE w.indicator_id = v.indicator_id AND w.known_from < v.known_from)
 ORDER BY i.code;
