-- lodging: the five statements of a register (see ingest/registry.c)

-- the id of a commune in a year
SELECT lodging_id FROM lodging WHERE commune = :commune AND year = :year;

-- a new one
INSERT INTO lodging (commune, year) VALUES (:commune, :year);

-- what is known now
SELECT name, population, hotel_rooms, residence_beds, furnished_lodgings, camping_pitches,
       village_beds, second_homes, guest_rooms, berths
  FROM lodging_version
 WHERE lodging_id = :id AND known_until = 2147483647;

-- is no longer known after this batch
UPDATE lodging_version SET known_until = :batch
 WHERE lodging_id = :id AND known_until = 2147483647;

-- is known from this batch on
INSERT INTO lodging_version (lodging_id, known_from, name, population, hotel_rooms, residence_beds,
        furnished_lodgings, camping_pitches, village_beds, second_homes, guest_rooms, berths)
VALUES (:id, :batch, :name, :population, :hotel_rooms, :residence_beds, :furnished_lodgings,
        :camping_pitches, :village_beds, :second_homes, :guest_rooms, :berths);
