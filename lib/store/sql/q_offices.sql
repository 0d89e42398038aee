-- question: the offices as known, by id; one without any version (made from its figures) counts
--   :known  the last batch known
SELECT o.office_id, o.code, v.name, v.territory, v.epci, v.departement, v.region, v.zone,
       v.category, v.legal_form, v.size, v.opened_on, v.closed_on, v.merged_into,
       v.bureau_of,
       (SELECT max(e.happened_on)
          FROM event AS e
         WHERE e.office = o.code AND e.type = 'transformation_en_bit'
           AND e.becomes = v.bureau_of
           AND e.batch_id <= :known AND e.known_until > :known) AS bureau_since, v.member,
       v.commune, v.latitude, v.longitude, v.named
  FROM office AS o
  LEFT JOIN office_version AS v
    ON v.office_id = o.office_id AND v.known_from <= :known AND v.known_until > :known
 WHERE v.office_id IS NOT NULL
    OR NOT EXISTS (SELECT 1 FROM office_version AS w WHERE w.office_id = o.office_id)
 ORDER BY o.office_id;
