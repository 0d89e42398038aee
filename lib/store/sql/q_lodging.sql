-- question: the lodging of communes as known, columns of the kind, and is it the last year?
--   :known  the last batch known      :year  the year it is
SELECT l.commune, l.year, v.name, v.population, v.hotel_rooms, v.residence_beds,
       v.furnished_lodgings, v.camping_pitches, v.village_beds, v.second_homes, v.guest_rooms,
       v.berths,
       l.year = max(l.year) FILTER (WHERE l.year <= :year) OVER (PARTITION BY l.commune) AS is_last
  FROM lodging AS l
  JOIN lodging_version AS v USING (lodging_id)
 WHERE v.known_from <= :known AND v.known_until > :known
 ORDER BY l.commune, l.year;
