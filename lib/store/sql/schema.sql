-- The store of a relais. Codes are what people see, integer ids are what tables hold.
-- Two times are kept apart: when a fact holds (period, opened_on …) and when we knew it
-- (batch). Nothing is deleted: what is no longer known moves to `superseded`, or gets the
-- batch that ended it in `known_until` (2147483647: still known).
-- A check of three values or more is written with OR: for `IN`, SQLite makes a table of them to look
-- in, at every row that is written.

CREATE TABLE batch (                       -- one import: what came, when, from where
	batch_id    INTEGER PRIMARY KEY,
	received_on TEXT NOT NULL CHECK (received_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	who         TEXT,
	argv        TEXT,
	source      TEXT NOT NULL,             -- file name as given
	sha256      TEXT,
	how         TEXT,                      -- fingerprint of how it was read; of a merged one, which it was
	kind        TEXT NOT NULL,
	"read"      INTEGER NOT NULL DEFAULT 0,
	created     INTEGER NOT NULL DEFAULT 0,
	revised     INTEGER NOT NULL DEFAULT 0,
	unchanged   INTEGER NOT NULL DEFAULT 0,
	rejected    INTEGER NOT NULL DEFAULT 0,
	skipped     INTEGER NOT NULL DEFAULT 0,
	why         TEXT,                      -- reason given, of what needed one
	undoes      INTEGER REFERENCES batch,  -- the batch this one takes back
	undone_by   INTEGER REFERENCES batch,  -- the batch that took this one back, if it stands
	CHECK ("read" = created + revised + unchanged + rejected + skipped)
) STRICT;
CREATE INDEX batch_by_day ON batch (received_on, batch_id);
CREATE INDEX batch_by_how ON batch (how) WHERE how IS NOT NULL;

CREATE TABLE setting (
	setting_id INTEGER PRIMARY KEY,
	code       TEXT NOT NULL UNIQUE        -- language, network_name, gate_ok …
) STRICT;

CREATE TABLE setting_version (             -- dated, so that a past note can be reproduced
	setting_id  INTEGER NOT NULL REFERENCES setting,
	known_from  INTEGER NOT NULL REFERENCES batch,
	known_until INTEGER NOT NULL DEFAULT 2147483647,
	value       TEXT NOT NULL,
	PRIMARY KEY (setting_id, known_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE resolution (
	resolution_id INTEGER PRIMARY KEY,
	code          TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE resolution_version (
	resolution_id INTEGER NOT NULL REFERENCES resolution,
	known_from    INTEGER NOT NULL REFERENCES batch,
	known_until   INTEGER NOT NULL DEFAULT 2147483647,
	rank          INTEGER NOT NULL,        -- natural order, P2 before P10
	domain        TEXT NOT NULL CHECK (
		domain = 'animation' OR domain = 'professionnalisation' OR domain = 'structuration' OR
		domain = 'representation'),
	challenge     TEXT NOT NULL CHECK (
		challenge = 'general' OR challenge = 'numerique' OR challenge = 'ressources' OR
		challenge = 'qualite_dd' OR challenge = 'mise_en_reseau' OR challenge = 'culturel'),
	challenge_alt TEXT,
	certainty     TEXT NOT NULL CHECK (
		certainty = 'sur' OR certainty = 'probable' OR certainty = 'ambigu'),
	label_fr      TEXT NOT NULL,
	label_en      TEXT NOT NULL,
	PRIMARY KEY (resolution_id, known_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator (
	indicator_id INTEGER PRIMARY KEY CONSTRAINT "at most 32767 indicators" CHECK (indicator_id BETWEEN 1 AND 32767),
	code         TEXT NOT NULL UNIQUE,
	decimals     INTEGER NOT NULL DEFAULT 0 CHECK (decimals BETWEEN 0 AND 6)
) STRICT;

CREATE TABLE indicator_version (
	indicator_id INTEGER NOT NULL REFERENCES indicator,
	known_from   INTEGER NOT NULL REFERENCES batch,
	known_until  INTEGER NOT NULL DEFAULT 2147483647,
	rank         INTEGER NOT NULL,         -- order of the catalogue
	label_fr     TEXT NOT NULL,
	label_en     TEXT NOT NULL,
	unit         TEXT,
	type         TEXT NOT NULL CHECK (
		type = 'count' OR type = 'eur' OR type = 'percent' OR type = 'fte' OR
		type = 'duration' OR type = 'score' OR type = 'flag' OR type = 'ratio' OR
		type = 'number'),
	periodicity  TEXT NOT NULL,            -- M, Q, Y, or several: 'M/Y'
	over_offices TEXT NOT NULL CHECK (
		over_offices = 'sum' OR over_offices = 'mean' OR over_offices = 'wmean' OR
		over_offices = 'share' OR over_offices = 'ratio' OR over_offices = 'last'),
	over_time    TEXT NOT NULL CHECK (
		over_time = 'sum' OR over_time = 'last' OR over_time = 'mean' OR over_time = 'wmean' OR
		over_time = 'ratio'),
	weight       TEXT,                     -- code of the weighting indicator (wmean)
	numerator    TEXT,                     -- ratio: codes; the numerator may be a sum of codes a+b, ?c when
	denominator  TEXT,                     --   counted 0 if never collected; register:… for the registers
	factor       INTEGER NOT NULL DEFAULT 1,
	derived      INTEGER NOT NULL DEFAULT 0 CHECK (derived IN (0, 1)), -- computed, never imported
	minimum      TEXT,                     -- per office and period, decimal text
	maximum      TEXT,
	soft_maximum TEXT,
	step         TEXT,                     -- a value is a whole number of steps
	part_of      TEXT,                     -- code of the whole it cannot exceed
	norm         INTEGER NOT NULL DEFAULT 0 CHECK (norm IN (0, 1)),
	resolutions  TEXT,                     -- codes, blanks between
	aliases      TEXT,                     -- headings seen in files, | between
	reference    TEXT,                     -- outside reference: ETIS:B.1.1
	PRIMARY KEY (indicator_id, known_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE alias (                       -- what people call an office or an indicator
	alias_id INTEGER PRIMARY KEY,
	spelled  TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE alias_version (
	alias_id    INTEGER NOT NULL REFERENCES alias,
	known_from  INTEGER NOT NULL REFERENCES batch,
	known_until INTEGER NOT NULL DEFAULT 2147483647,
	what        TEXT NOT NULL CHECK (what IN ('office', 'indicator')),
	code        TEXT,                      -- of it; NULL: means nothing any more
	PRIMARY KEY (alias_id, known_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE territory (
	territory_id INTEGER PRIMARY KEY,
	code         TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE territory_version (
	territory_id INTEGER NOT NULL REFERENCES territory,
	known_from   INTEGER NOT NULL REFERENCES batch,
	known_until  INTEGER NOT NULL DEFAULT 2147483647,
	name         TEXT,
	type         TEXT,                     -- epci, departement, region, zone …
	parent       TEXT,                     -- code of the one around it
	PRIMARY KEY (territory_id, known_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE office (
	office_id INTEGER PRIMARY KEY CONSTRAINT "at most 1073741823 offices" CHECK (office_id BETWEEN 1 AND 0x3fffffff),
	code      TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE office_version (
	office_id   INTEGER NOT NULL REFERENCES office,
	known_from  INTEGER NOT NULL REFERENCES batch,
	known_until INTEGER NOT NULL DEFAULT 2147483647,
	name        TEXT,
	commune     TEXT,
	insee       TEXT,                      -- INSEE code of the commune
	postal_code TEXT,
	territory   TEXT,                      -- code of its smallest territory
	epci        TEXT,
	departement TEXT,
	region      TEXT,
	zone        TEXT,                      -- littoral, montagne, ville, campagne
	category    TEXT,                      -- I, II, III, or none
	legal_form  TEXT,                      -- association, epic, spl …
	size        TEXT,                      -- class of staff
	member      INTEGER CHECK (member IN (0, 1)),
	opened_on   TEXT,
	closed_on   TEXT,                      -- last day of activity
	merged_into TEXT,                      -- code of the office that goes on
	siret       TEXT,
	email       TEXT,
	phone       TEXT,
	web         TEXT,
	latitude    TEXT,
	longitude   TEXT,
	named       INTEGER CHECK (named IN (0, 1)), -- agrees to be named in publications
	bureau_of   TEXT,                      -- of a bureau (BIT): code of its office
	PRIMARY KEY (office_id, known_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE identifier (                  -- what others call an office
	identifier_id INTEGER PRIMARY KEY,
	office        TEXT NOT NULL REFERENCES office (code),
	scheme        TEXT NOT NULL,           -- siret, siren, rna, apidae …
	value         TEXT NOT NULL,
	UNIQUE (scheme, value, office)
) STRICT;

CREATE TABLE identifier_version (
	identifier_id INTEGER NOT NULL REFERENCES identifier,
	known_from    INTEGER NOT NULL REFERENCES batch,
	known_until   INTEGER NOT NULL DEFAULT 2147483647,
	valid_from    TEXT,                    -- first and last day it holds; NULL: no bound
	valid_until   TEXT,
	PRIMARY KEY (identifier_id, known_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE break (                       -- a definition that changed
	break_id  INTEGER PRIMARY KEY,
	office    TEXT NOT NULL,               -- code; empty: every office
	indicator TEXT NOT NULL REFERENCES indicator (code),
	begins_on TEXT NOT NULL,               -- first day of the new definition
	UNIQUE (office, indicator, begins_on)
) STRICT;

CREATE TABLE break_version (
	break_id    INTEGER NOT NULL REFERENCES break,
	known_from  INTEGER NOT NULL REFERENCES batch,
	known_until INTEGER NOT NULL DEFAULT 2147483647,
	reason      TEXT NOT NULL,
	PRIMARY KEY (break_id, known_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE calendar (                    -- school holidays, events
	calendar_id INTEGER PRIMARY KEY,
	type        TEXT NOT NULL CHECK (type IN ('school', 'event')),
	zone        TEXT NOT NULL,             -- A, B, C, Corse …; empty: everywhere
	label       TEXT NOT NULL,
	begins_on   TEXT NOT NULL,
	UNIQUE (type, zone, label, begins_on)
) STRICT;

CREATE TABLE calendar_version (
	calendar_id INTEGER NOT NULL REFERENCES calendar,
	known_from  INTEGER NOT NULL REFERENCES batch,
	known_until INTEGER NOT NULL DEFAULT 2147483647,
	ends_on     TEXT,                      -- last day; NULL: that one day
	PRIMARY KEY (calendar_id, known_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE norm (                        -- what the national norm asks for, besides what is built in
	norm_id            INTEGER PRIMARY KEY,
	indicator          TEXT NOT NULL REFERENCES indicator (code),
	definition_version TEXT NOT NULL,
	UNIQUE (indicator, definition_version)
) STRICT;

CREATE TABLE norm_version (
	norm_id     INTEGER NOT NULL REFERENCES norm,
	known_from  INTEGER NOT NULL REFERENCES batch,
	known_until INTEGER NOT NULL DEFAULT 2147483647,
	valid_from  TEXT NOT NULL,             -- first and last day it is in force; NULL: no end
	valid_until TEXT,
	required    INTEGER NOT NULL CHECK (required IN (0, 1)),
	section     TEXT,                      -- of the yearly return
	rank        INTEGER NOT NULL,          -- order of the return
	source      TEXT,                      -- who asks for it
	PRIMARY KEY (norm_id, known_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE event (                       -- what happened to the offices, one after another
	event_id    INTEGER PRIMARY KEY,
	batch_id    INTEGER NOT NULL REFERENCES batch,
	line        INTEGER NOT NULL,
	known_until INTEGER NOT NULL DEFAULT 2147483647, -- the batch that took it back
	happened_on TEXT NOT NULL,             -- first day it has effect
	type        TEXT NOT NULL,
	office      TEXT NOT NULL REFERENCES office (code),
	becomes     TEXT,                      -- code of the office that goes on, name, legal form
	share       TEXT,                      -- percent, decimal text
	note        TEXT
) STRICT;
CREATE INDEX event_by_office ON event (office, happened_on, event_id);

-- state: 0 a value; 1 structural zero (closed, no such service); 2 missing (said to be);
-- 3 not concerned; 4 refused. Only 0 has a value.
-- Ids come from the registers in the same transaction; a REFERENCES here would look both up
-- again for every one of a million figures.
-- What a figure is of is one number, figure_id: indicator, period and office in 16, 18 and 30
-- bits. It is the rowid, the one key SQLite appends to without leaving pages part empty, and
-- orders as the three do. A range of it finds figures; the three columns are read from it.
CREATE TABLE observation (                 -- what is known now
	figure_id    INTEGER PRIMARY KEY,      -- indicator_id << 48 | period << 30 | office_id
	value        INTEGER,                  -- in units of 10^-decimals of the indicator
	state        INTEGER NOT NULL CHECK (state BETWEEN 0 AND 4 AND (state = 0) = (value IS NOT NULL)),
	batch_id     INTEGER NOT NULL,
	line         INTEGER NOT NULL,
	indicator_id INTEGER GENERATED ALWAYS AS (figure_id >> 48) VIRTUAL,
	period       INTEGER GENERATED ALWAYS AS ((figure_id >> 30) & 0x3ffff) VIRTUAL, -- year*20 + slot
	office_id    INTEGER GENERATED ALWAYS AS (figure_id & 0x3fffffff) VIRTUAL
) STRICT;

CREATE TABLE superseded (                  -- what was known, and which batch changed it
	figure_id      INTEGER NOT NULL,
	until_batch_id INTEGER NOT NULL,
	value          INTEGER,
	state          INTEGER NOT NULL,
	batch_id       INTEGER NOT NULL,
	line           INTEGER NOT NULL,
	indicator_id   INTEGER GENERATED ALWAYS AS (figure_id >> 48) VIRTUAL,
	period         INTEGER GENERATED ALWAYS AS ((figure_id >> 30) & 0x3ffff) VIRTUAL,
	office_id      INTEGER GENERATED ALWAYS AS (figure_id & 0x3fffffff) VIRTUAL,
	PRIMARY KEY (figure_id, until_batch_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE confirmation (                -- figures that look odd and are right
	confirmation_id INTEGER PRIMARY KEY,
	office          TEXT NOT NULL REFERENCES office (code),
	indicator       TEXT NOT NULL REFERENCES indicator (code),
	period          TEXT NOT NULL,         -- 2024-08
	UNIQUE (office, indicator, period)
) STRICT;

CREATE TABLE confirmation_version (
	confirmation_id INTEGER NOT NULL REFERENCES confirmation,
	known_from      INTEGER NOT NULL REFERENCES batch,
	known_until     INTEGER NOT NULL DEFAULT 2147483647,
	confirmed       TEXT NOT NULL,         -- decimal text; another value is not confirmed
	reason          TEXT NOT NULL,
	PRIMARY KEY (confirmation_id, known_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE progress (                    -- declared states, one after another
	progress_id INTEGER PRIMARY KEY,
	batch_id    INTEGER NOT NULL REFERENCES batch,
	line        INTEGER NOT NULL,
	known_until INTEGER NOT NULL DEFAULT 2147483647, -- the batch that took it back
	resolution  TEXT NOT NULL REFERENCES resolution (code),
	office      TEXT REFERENCES office (code), -- NULL: the relais itself
	stated_on   TEXT NOT NULL,
	state       TEXT NOT NULL CHECK (
		state = 'a_faire' OR state = 'en_cours' OR state = 'fait' OR state = 'reporte' OR
		state = 'abandonne'),
	note        TEXT,
	proof       TEXT
) STRICT;
CREATE INDEX progress_by_resolution ON progress (resolution, stated_on, progress_id);

CREATE TABLE action (
	action_id INTEGER PRIMARY KEY,
	code      TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE action_version (
	action_id     INTEGER NOT NULL REFERENCES action,
	known_from    INTEGER NOT NULL REFERENCES batch,
	known_until   INTEGER NOT NULL DEFAULT 2147483647,
	resolution    TEXT NOT NULL REFERENCES resolution (code),
	title         TEXT NOT NULL,
	owner         TEXT,
	partners      TEXT,
	starts_on     TEXT,                    -- a day, or a distance to another: J-90 classement:OT-1
	due_on        TEXT,
	state         TEXT NOT NULL CHECK (
		state = 'a_faire' OR state = 'en_cours' OR state = 'fait' OR state = 'reporte' OR
		state = 'abandonne'),
	progress      INTEGER NOT NULL CHECK (progress BETWEEN 0 AND 100 AND (progress = 100) = (state = 'fait')),
	planned_eur   TEXT,                    -- decimal text
	spent_eur     TEXT,
	indicator     TEXT,                    -- what the target counts
	target        TEXT,
	proof         TEXT,
	offices       TEXT,                    -- codes, blanks between
	weight        TEXT,                    -- in the progress of its resolution; 1 unless said
	after         TEXT,                    -- codes, blanks between, "+30" to wait besides
	repeats       TEXT,                    -- month …, or done+30
	repeats_until TEXT,
	done_on       TEXT,
	planned_days  TEXT,                    -- decimal text
	spent_days    TEXT,
	fundings      TEXT,                    -- region:2000|relais:400/150: promised, paid
	blocked       TEXT,                    -- why it cannot go on
	PRIMARY KEY (action_id, known_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE edition (                     -- a report that was published; nothing here changes any more
	edition_id INTEGER PRIMARY KEY,
	report     TEXT NOT NULL,              -- monthly …
	from_period INTEGER NOT NULL,
	to_period  INTEGER NOT NULL,
	diffusion  TEXT NOT NULL CHECK (
		diffusion = 'interne' OR diffusion = 'reseau' OR diffusion = 'public'),
	options    TEXT NOT NULL,              -- what else was asked that changes its figures or words
	today      TEXT NOT NULL,              -- the day it was, as the report was told
	batch_id   INTEGER REFERENCES batch,   -- the last one it knew, NULL: none
	program    TEXT NOT NULL,              -- version that wrote it
	sha256     TEXT NOT NULL,              -- of its list of figures
	figures    INTEGER NOT NULL
) STRICT;
CREATE INDEX edition_by_report ON edition (report, from_period, to_period);

CREATE TABLE edition_figure (
	edition_id INTEGER NOT NULL REFERENCES edition,
	rank       INTEGER NOT NULL,           -- place in the list, from 1
	section    TEXT NOT NULL,
	figure     TEXT NOT NULL,
	indicator  TEXT,
	"group"    TEXT,
	period     TEXT,
	value      TEXT,                       -- as told; NULL: not told
	flag       TEXT,
	PRIMARY KEY (edition_id, rank)
) STRICT, WITHOUT ROWID;

-- ---- evidence, agreements, targets -------------------------------------------------

CREATE TABLE partner (                     -- a body the relais works with
	partner_id INTEGER PRIMARY KEY,
	code       TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE partner_version (
	partner_id  INTEGER NOT NULL REFERENCES partner,
	known_from  INTEGER NOT NULL REFERENCES batch,
	known_until INTEGER NOT NULL DEFAULT 2147483647,
	name        TEXT NOT NULL,
	type        TEXT NOT NULL,             -- collectivite, etat, consulaire …
	role        TEXT,                      -- service or role written to; never a name
	web         TEXT,
	PRIMARY KEY (partner_id, known_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE agreement (                   -- objective agreements, partnerships
	agreement_id INTEGER PRIMARY KEY,
	code         TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE agreement_version (
	agreement_id INTEGER NOT NULL REFERENCES agreement,
	known_from   INTEGER NOT NULL REFERENCES batch,
	known_until  INTEGER NOT NULL DEFAULT 2147483647,
	type         TEXT NOT NULL CHECK (type IN ('objectifs', 'partenariat')),
	office       TEXT REFERENCES office (code),
	partner      TEXT REFERENCES partner (code),
	party        TEXT,                     -- the other body that signed
	signed_on    TEXT,                     -- NULL: not signed
	starts_on    TEXT,
	ends_on      TEXT,                     -- last day; NULL: no end
	reviewed_on  TEXT,                     -- last yearly review
	services     INTEGER CHECK (services IN (0, 1)), -- to the people who live there
	resolution   TEXT NOT NULL,
	proof        TEXT,
	CHECK (CASE type WHEN 'objectifs' THEN office IS NOT NULL ELSE partner IS NOT NULL END),
	PRIMARY KEY (agreement_id, known_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE objective (                   -- what an agreement promises
	objective_id INTEGER PRIMARY KEY,
	agreement    TEXT NOT NULL REFERENCES agreement (code),
	indicator    TEXT NOT NULL REFERENCES indicator (code),
	period       TEXT NOT NULL,            -- 2025
	UNIQUE (agreement, indicator, period)
) STRICT;

CREATE TABLE objective_version (
	objective_id INTEGER NOT NULL REFERENCES objective,
	known_from   INTEGER NOT NULL REFERENCES batch,
	known_until  INTEGER NOT NULL DEFAULT 2147483647,
	target       TEXT NOT NULL,            -- decimal text
	sense        TEXT NOT NULL CHECK (sense IN ('up', 'down')),
	label        TEXT,
	PRIMARY KEY (objective_id, known_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE target (                      -- what is to be reached
	target_id   INTEGER PRIMARY KEY,
	resolution  TEXT NOT NULL,             -- code; empty: wherever the indicator counts
	indicator   TEXT NOT NULL,             -- code; empty: the resolution's main measure
	level       TEXT NOT NULL CHECK (level = '' OR level = 'relay' OR level = 'office'),
	from_period TEXT NOT NULL,             -- 2025
	UNIQUE (resolution, indicator, level, from_period),
	CHECK (resolution <> '' OR indicator <> '')
) STRICT;

CREATE TABLE target_version (
	target_id    INTEGER NOT NULL REFERENCES target,
	known_from   INTEGER NOT NULL REFERENCES batch,
	known_until  INTEGER NOT NULL DEFAULT 2147483647,
	until_period TEXT,                     -- last one; NULL: until another takes its place
	value        TEXT NOT NULL,            -- decimal text
	sense        TEXT CHECK (sense IN ('up', 'down')), -- NULL: as the measure says
	note         TEXT,
	PRIMARY KEY (target_id, known_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity (                    -- what the relais did, one after another
	activity_id INTEGER PRIMARY KEY,
	batch_id    INTEGER NOT NULL REFERENCES batch,
	line        INTEGER NOT NULL,
	known_until INTEGER NOT NULL DEFAULT 2147483647, -- the batch that took it back
	code        TEXT,
	done_on     TEXT NOT NULL,
	type        TEXT NOT NULL,             -- reunion, note, lettre, demande …
	resolutions TEXT NOT NULL,             -- codes, blanks between
	title       TEXT,
	offices     TEXT,                      -- codes, blanks between; NULL: none named
	partners    TEXT,
	people      INTEGER,                   -- heads, no names
	days        TEXT,                      -- decimal text
	delay_days  INTEGER,                   -- of a request: working days until the answer
	proof       TEXT
) STRICT;
CREATE INDEX activity_by_day ON activity (done_on, activity_id);
CREATE INDEX activity_by_code ON activity (code) WHERE code IS NOT NULL;
-- ---- labels: classements, quality marks, denominations -------------------------------------

CREATE TABLE label (
	label_id   INTEGER PRIMARY KEY,
	office     TEXT NOT NULL,              -- code; empty: the holder is no office
	holder     TEXT NOT NULL,              -- of a commune, a territory, a lodging; else empty
	scheme     TEXT NOT NULL,              -- classement, qualite_tourisme …
	decided_on TEXT NOT NULL,              -- empty: not decided yet
	UNIQUE (office, holder, scheme, decided_on)
) STRICT;

CREATE TABLE label_version (
	label_id      INTEGER NOT NULL REFERENCES label,
	known_from    INTEGER NOT NULL REFERENCES batch,
	known_until   INTEGER NOT NULL DEFAULT 2147483647,
	name          TEXT,                    -- of a holder that is no office
	level         TEXT,                    -- category, stars, deficiencies
	grid          TEXT,                    -- of criteria
	complete_on   TEXT,                    -- file of this decision
	filed_on      TEXT,                    -- file of the next one, or of what is not decided
	valid_until   TEXT,                    -- when the decision says another day than the law
	withdrawn_on  TEXT,
	injunction_on TEXT,
	basis         TEXT,
	covered_by    TEXT REFERENCES office (code), -- of a commune
	reason        TEXT,
	reference     TEXT,
	PRIMARY KEY (label_id, known_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE lodging (                     -- what communes can lodge
	lodging_id INTEGER PRIMARY KEY,
	commune    TEXT NOT NULL,              -- INSEE code
	year       INTEGER NOT NULL,
	UNIQUE (commune, year)
) STRICT;

CREATE TABLE lodging_version (
	lodging_id         INTEGER NOT NULL REFERENCES lodging,
	known_from         INTEGER NOT NULL REFERENCES batch,
	known_until        INTEGER NOT NULL DEFAULT 2147483647,
	name               TEXT,
	population         INTEGER NOT NULL CHECK (population > 0),
	hotel_rooms        INTEGER CHECK (hotel_rooms >= 0), -- NULL: not said
	residence_beds     INTEGER CHECK (residence_beds >= 0),
	furnished_lodgings INTEGER CHECK (furnished_lodgings >= 0),
	camping_pitches    INTEGER CHECK (camping_pitches >= 0),
	village_beds       INTEGER CHECK (village_beds >= 0),
	second_homes       INTEGER CHECK (second_homes >= 0),
	guest_rooms        INTEGER CHECK (guest_rooms >= 0),
	berths             INTEGER CHECK (berths >= 0),
	PRIMARY KEY (lodging_id, known_from)
) STRICT, WITHOUT ROWID;

-- ---- training: sessions, who sits in them, what is asked for -----------------------------

CREATE TABLE session (                     -- a training session
	session_id INTEGER PRIMARY KEY,
	code       TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE session_version (             -- amounts, lengths and marks: decimal text
	session_id   INTEGER NOT NULL REFERENCES session,
	known_from   INTEGER NOT NULL REFERENCES batch,
	known_until  INTEGER NOT NULL DEFAULT 2147483647,
	title        TEXT NOT NULL,
	theme        TEXT NOT NULL,
	resolutions  TEXT,                     -- codes, blanks between
	state        TEXT NOT NULL CHECK (
		state = 'propose' OR state = 'planifie' OR state = 'tenu' OR state = 'annule'),
	begins_on    TEXT,
	ends_on      TEXT,                     -- last day; NULL: that one day
	days         TEXT,
	hours        TEXT,                     -- NULL: 7 for each day
	place        TEXT,
	territory    TEXT,                     -- code of the one it is held in
	seats        INTEGER,
	provider     TEXT,
	teaching_eur TEXT,                     -- NULL: the cost is not known
	other_costs_eur TEXT NOT NULL,
	opco_eur     TEXT,                     -- who pays how much of it; NULL: nothing said
	cnfpt_eur    TEXT,
	region_eur   TEXT,
	relais_eur   TEXT,
	offices_eur  TEXT,
	others_eur   TEXT,
	satisfaction TEXT,                     -- mean mark out of 10, of so many answers
	answers      INTEGER,
	PRIMARY KEY (session_id, known_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE enrolment (                   -- people of one office, one category and one regime
	enrolment_id INTEGER PRIMARY KEY,
	session      TEXT NOT NULL REFERENCES session (code),
	office       TEXT NOT NULL REFERENCES office (code),
	category     TEXT NOT NULL,            -- direction, accueil …
	regime       TEXT NOT NULL,            -- prive, public; empty: nobody's employees
	UNIQUE (session, office, category, regime)
) STRICT;

CREATE TABLE enrolment_version (
	enrolment_id INTEGER NOT NULL REFERENCES enrolment,
	known_from   INTEGER NOT NULL REFERENCES batch,
	known_until  INTEGER NOT NULL DEFAULT 2147483647,
	trainees     INTEGER NOT NULL,
	absent       INTEGER NOT NULL CHECK (absent BETWEEN 0 AND trainees),
	hours        TEXT,                     -- each was there; NULL: the whole session
	days         TEXT,                     -- the same in days of 7 hours
	PRIMARY KEY (enrolment_id, known_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE need (                        -- what an office asks for, for the plan of a year
	need_id  INTEGER PRIMARY KEY,
	year     INTEGER NOT NULL,
	office   TEXT NOT NULL REFERENCES office (code),
	theme    TEXT NOT NULL,
	category TEXT NOT NULL,
	regime   TEXT NOT NULL,
	UNIQUE (year, office, theme, category, regime)
) STRICT;

CREATE TABLE need_version (
	need_id     INTEGER NOT NULL REFERENCES need,
	known_from  INTEGER NOT NULL REFERENCES batch,
	known_until INTEGER NOT NULL DEFAULT 2147483647,
	trainees    INTEGER NOT NULL,
	days        TEXT,
	resolutions TEXT,
	note        TEXT,
	PRIMARY KEY (need_id, known_from)
) STRICT, WITHOUT ROWID;

-- ---- the relais's own measures ----------------------------------------------------

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

-- ---- perimeters: the communes an office covers ---------------------------------------------

CREATE TABLE perimeter (
	perimeter_id INTEGER PRIMARY KEY,
	office       TEXT NOT NULL REFERENCES office (code),
	commune      TEXT NOT NULL,            -- INSEE code
	UNIQUE (commune, office)
) STRICT;

CREATE TABLE perimeter_version (
	perimeter_id INTEGER NOT NULL REFERENCES perimeter,
	known_from   INTEGER NOT NULL REFERENCES batch,
	known_until  INTEGER NOT NULL DEFAULT 2147483647,
	name         TEXT,
	valid_from   TEXT,                     -- first and last day; NULL: no bound
	valid_until  TEXT,
	PRIMARY KEY (perimeter_id, known_from)
) STRICT, WITHOUT ROWID;
