-- What step 4 adds to a store of schema 3: the communes that offices cover.
-- Never changed any more: what came later is in the next steps, and all of it in schema.sql.

CREATE TABLE perimeter (
	perimeter_id INTEGER PRIMARY KEY,
	office       TEXT NOT NULL REFERENCES office (code),
	commune      TEXT NOT NULL,
	UNIQUE (commune, office)
) STRICT;

CREATE TABLE perimeter_version (
	perimeter_id INTEGER NOT NULL REFERENCES perimeter,
	known_from   INTEGER NOT NULL REFERENCES batch,
	known_until  INTEGER NOT NULL DEFAULT 2147483647,
	name         TEXT,
	valid_from   TEXT,
	valid_until  TEXT,
	PRIMARY KEY (perimeter_id, known_from)
) STRICT, WITHOUT ROWID;
