-- What step 3 adds to a store of schema 2: the relais's own measures.

CREATE TABLE measure (                     -- one that counts beside or instead of the catalogue's
	measure_id INTEGER PRIMARY KEY,
	code       TEXT NOT NULL,
	from_day   TEXT NOT NULL,              -- empty: it always held
	UNIQUE (code, from_day)
) STRICT;

CREATE TABLE measure_version (
	measure_id  INTEGER NOT NULL REFERENCES measure,
	known_from  INTEGER NOT NULL REFERENCES batch,
	known_until INTEGER NOT NULL DEFAULT 2147483647,
	until_day   TEXT,
	resolution  TEXT NOT NULL REFERENCES resolution (code),
	level       TEXT NOT NULL CHECK (level = 'relay' OR level = 'office'),
	source      TEXT NOT NULL,             -- activities, labels … none: not used
	of_what     TEXT,                      -- which of the source
	formula     TEXT,                      -- entries, offices, on_time:5 …
	over_time   TEXT NOT NULL,             -- now, latest, ever, year, 12m
	unit        TEXT,
	sense       TEXT NOT NULL CHECK (sense = 'up' OR sense = 'down'),
	stale_after TEXT,                      -- 9m
	label_fr    TEXT NOT NULL,
	label_en    TEXT NOT NULL,
	PRIMARY KEY (measure_id, known_from)
) STRICT, WITHOUT ROWID;
