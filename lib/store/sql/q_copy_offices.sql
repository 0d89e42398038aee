-- question: who the offices are, as a note outside tells it; a bureau is in its office
--   :known  the last batch known
SELECT o.code, v.name, v.commune, v.territory, v.category, v.legal_form, v.member,
       v.opened_on, v.closed_on, v.merged_into
  FROM office AS o
  JOIN office_version AS v
    ON v.office_id = o.office_id AND v.known_from <= :known AND v.known_until > :known
 WHERE v.bureau_of IS NULL
 ORDER BY o.code;
