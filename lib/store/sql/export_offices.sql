-- every row of the kind offices, as it would be read back
--   :batch   the last batch known
SELECT c.code, v.name, v.commune, v.insee, v.postal_code, v.territory, v.epci,
       v.departement, v.region, v.zone, v.category, v.legal_form, v.size, v.member,
       v.opened_on, v.closed_on, v.merged_into, v.siret, v.email, v.phone, v.web,
       v.latitude, v.longitude, v.named, v.bureau_of
  FROM office AS c
  JOIN office_version AS v USING (office_id)
 WHERE v.known_from <= :batch AND v.known_until > :batch
 ORDER BY c.code;
