-- every row of the kind indicators, as it would be read back
--   :batch   the last batch known
SELECT i.code, v.label_fr, v.label_en, v.unit, v.type, i.decimals, v.periodicity,
       v.over_offices, v.over_time, v.weight, v.numerator, v.denominator, v.factor,
       v.derived, v.minimum, v.maximum, v.soft_maximum, v.step, v.part_of, v.norm,
       v.resolutions, v.aliases, v.reference, v.rank
  FROM indicator AS i
  JOIN indicator_version AS v USING (indicator_id)
 WHERE v.known_from <= :batch AND v.known_until > :batch
 ORDER BY v.rank, i.code;
