-- offices: the five statements of a register (see ingest/register.c)

-- the id of a code
SELECT office_id FROM office WHERE code = :code;

-- a new code
INSERT INTO office (code) VALUES (:code);

-- what is known now
SELECT name, commune, insee, postal_code, territory, epci, departement, region, zone,
       category, legal_form, size, member, opened_on, closed_on, merged_into, siret,
       email, phone, web, latitude, longitude, named, bureau_of
  FROM office_version
 WHERE office_id = :id AND known_until = 2147483647;

-- is no longer known after this batch
UPDATE office_version SET known_until = :batch WHERE office_id = :id AND known_until = 2147483647;

-- is known from this batch on; a second change by the same batch replaces its first
INSERT OR REPLACE INTO office_version (office_id, known_from, name, commune, insee, postal_code, territory, epci,
        departement, region, zone, category, legal_form, size, member, opened_on,
        closed_on, merged_into, siret, email, phone, web, latitude, longitude, named, bureau_of)
VALUES (:id, :batch, :name, :commune, :insee, :postal_code, :territory, :epci,
        :departement, :region, :zone, :category, :legal_form, :size, :member,
        :opened_on, :closed_on, :merged_into, :siret, :email, :phone, :web, :latitude,
        :longitude, :named, :bureau_of);
