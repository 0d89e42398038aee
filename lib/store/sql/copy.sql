-- A published copy: what is told outside and nothing else, in a file of its own with ordinary names and numbers.
-- Documented in relais-sql(5); adding a table or a column is fine, renaming one is a new user_version.
PRAGMA application_id = 1382378576;
PRAGMA user_version = 1;
CREATE TABLE about (                       -- of the copy itself
	name  TEXT PRIMARY KEY,
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE territory (
	code   TEXT PRIMARY KEY,
	name   TEXT,
	type   TEXT,
	parent TEXT                        -- code of the one around it
) STRICT, WITHOUT ROWID;
CREATE TABLE office (                      -- what a note tells of who the offices are
	code        TEXT PRIMARY KEY,
	name        TEXT,
	commune     TEXT,
	territory   TEXT,                  -- code
	category    TEXT,
	legal_form  TEXT,
	member      INTEGER,
	opened_on   TEXT,
	closed_on   TEXT,                  -- last day
	merged_into TEXT                   -- code of the office that goes on
) STRICT, WITHOUT ROWID;
CREATE TABLE told (
	indicator TEXT NOT NULL,
	period    TEXT NOT NULL,           -- 2025, 2025-08, 2025-T3, 2025-S2
	level     TEXT NOT NULL,           -- network, or what makes the groups: territory, category
	part      TEXT NOT NULL,           -- total, or the code of the group
	value     REAL,                    -- NULL: withheld, or nothing is known
	flag      TEXT NOT NULL,
	offices   INTEGER NOT NULL,        -- that answered
	expected  INTEGER NOT NULL,
	coverage  REAL,                    -- percent
	PRIMARY KEY (indicator, period, level, part)
) STRICT, WITHOUT ROWID;
CREATE TABLE named (                       -- figures of offices that agree that theirs be told
	office    TEXT NOT NULL,
	indicator TEXT NOT NULL,
	period    TEXT NOT NULL,
	value     REAL NOT NULL,
	flag      TEXT NOT NULL,
	PRIMARY KEY (office, indicator, period)
) STRICT, WITHOUT ROWID;
CREATE TABLE indicator (                   -- those of the figures
	code         TEXT PRIMARY KEY,
	label_fr     TEXT NOT NULL,
	label_en     TEXT NOT NULL,
	unit         TEXT,
	type         TEXT NOT NULL,
	periodicity  TEXT NOT NULL,
	over_offices TEXT NOT NULL,
	over_time    TEXT NOT NULL,
	numerator    TEXT,                 -- of what is worked out: codes
	denominator  TEXT,
	factor       INTEGER NOT NULL,
	weight       TEXT                  -- code of the indicator a mean is weighted by
) STRICT, WITHOUT ROWID;
