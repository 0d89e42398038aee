-- indicators: the five statements of a register (see ingest/register.c)

-- the id of a code
SELECT indicator_id FROM indicator WHERE code = :code;

-- a new code; decimals stay with the code: figures are counted in them
INSERT INTO indicator (code, decimals) VALUES (:code, :decimals);

-- what is known now
SELECT i.decimals, v.label_fr, v.label_en, v.unit, v.type, v.periodicity,
       v.over_offices, v.over_time, v.weight, v.numerator, v.denominator, v.factor,
       v.derived, v.minimum, v.maximum, v.soft_maximum, v.step, v.part_of, v.norm,
       v.resolutions, v.aliases, v.reference, v.rank
  FROM indicator_version AS v
  JOIN indicator AS i USING (indicator_id)
 WHERE v.indicator_id = :id AND v.known_until = 2147483647;

-- is no longer known after this batch
UPDATE indicator_version SET known_until = :batch WHERE indicator_id = :id AND known_until = 2147483647;

-- is known from this batch on
INSERT INTO indicator_version (indicator_id, known_from, label_fr, label_en, unit, type, periodicity,
        over_offices, over_time, weight, numerator, denominator, factor, derived,
        minimum, maximum, soft_maximum, step, part_of, norm, resolutions, aliases,
        reference, rank)
VALUES (:id, :batch, :label_fr, :label_en, :unit, :type, :periodicity, :over_offices,
        :over_time, :weight, :numerator, :denominator, :factor, :derived, :minimum,
        :maximum, :soft_maximum, :step, :part_of, :norm, :resolutions, :aliases,
        :reference, :rank);
