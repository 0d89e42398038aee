-- question: the catalogue as known; what was defined only later counts with its first
-- definition, because figures are read through it
--   :known  the last batch known
SELECT i.indicator_id, i.code, i.decimals, v.label_fr, v.label_en, v.unit, v.type,
       v.periodicity, v.over_offices, v.over_time, v.weight, v.numerator, v.denominator,
       v.factor, v.derived, v.norm, v.resolutions, v.part_of
  FROM indicator AS i
  JOIN indicator_version AS v USING (indicator_id)
 WHERE v.known_from <= :known AND v.known_until > :known
    OR v.known_from > :known
       AND NOT EXISTS (SELECT 1 FROM indicator_version AS w
                        WHERE w.indicator_id = v.indicator_id AND w.known_from < v.known_from)
 ORDER BY v.rank, i.code;
