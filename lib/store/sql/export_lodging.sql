-- every row of the kind lodging, as it would be read back
--   :batch   the last batch known
SELECT l.commune, l.year, v.name, v.population, v.hotel_rooms, v.residence_beds,
       v.furnished_lodgings, v.camping_pitches, v.village_beds, v.second_homes, v.guest_rooms,
       v.berths
  FROM lodging AS l
  JOIN lodging_version AS v USING (lodging_id)
 WHERE v.known_from <= :batch AND v.known_until > :batch
 ORDER BY l.commune, l.year;
