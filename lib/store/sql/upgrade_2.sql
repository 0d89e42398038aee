-- What step 2 makes of a store of schema 1: the tables of schema 2. Schema 1 had grown under the
-- same number, so that the step compares every table with its text here (shape.c).
-- Never changed any more: what came later is in the next steps, and all of it in schema.sql.

CREATE TABLE batch (
	batch_id    INTEGER PRIMARY KEY,
	received_on TEXT NOT NULL CHECK (received_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	who         TEXT,
	argv        TEXT,
	source      TEXT NOT NULL,
	sha256      TEXT,
	how         TEXT,
	kind        TEXT NOT NULL,
	"read"      INTEGER NOT NULL DEFAULT 0,
	created     INTEGER NOT NULL DEFAULT 0,
	revised     INTEGER NOT NULL DEFAULT 0,
	unchanged   INTEGER NOT NULL DEFAULT 0,
	rejected    INTEGER NOT NULL DEFAULT 0,
	skipped     INTEGER NOT NULL DEFAULT 0,
	why         TEXT,
	undoes      INTEGER REFERENCES batch,
	undone_by   INTEGER REFERENCES batch,
	CHECK ("read" = created + revised + unchanged + rejected + skipped)
) STRICT;
CREATE INDEX batch_by_day ON batch (received_on, batch_id);
CREATE INDEX batch_by_how ON batch (how) WHERE how IS NOT NULL;

CREATE TABLE setting (
	setting_id INTEGER PRIMARY KEY,
	code       TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE setting_version (
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
	rank          INTEGER NOT NULL,
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
	rank         INTEGER NOT NULL,
	label_fr     TEXT NOT NULL,
	label_en     TEXT NOT NULL,
	unit         TEXT,
	type         TEXT NOT NULL CHECK (
		type = 'count' OR type = 'eur' OR type = 'percent' OR type = 'fte' OR
		type = 'duration' OR type = 'score' OR type = 'flag' OR type = 'ratio' OR
		type = 'number'),
	periodicity  TEXT NOT NULL,
	over_offices TEXT NOT NULL CHECK (
		over_offices = 'sum' OR over_offices = 'mean' OR over_offices = 'wmean' OR
		over_offices = 'share' OR over_offices = 'ratio' OR over_offices = 'last'),
	over_time    TEXT NOT NULL CHECK (
		over_time = 'sum' OR over_time = 'last' OR over_time = 'mean' OR over_time = 'wmean' OR
		over_time = 'ratio'),
	weight       TEXT,
	numerator    TEXT,
	denominator  TEXT,
	factor       INTEGER NOT NULL DEFAULT 1,
	derived      INTEGER NOT NULL DEFAULT 0 CHECK (derived IN (0, 1)),
	minimum      TEXT,
	maximum      TEXT,
	soft_maximum TEXT,
	step         TEXT,
	part_of      TEXT,
	norm         INTEGER NOT NULL DEFAULT 0 CHECK (norm IN (0, 1)),
	resolutions  TEXT,
	aliases      TEXT,
	reference    TEXT,
	PRIMARY KEY (indicator_id, known_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE alias (
	alias_id INTEGER PRIMARY KEY,
	spelled  TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE alias_version (
	alias_id    INTEGER NOT NULL REFERENCES alias,
	known_from  INTEGER NOT NULL REFERENCES batch,
	known_until INTEGER NOT NULL DEFAULT 2147483647,
	what        TEXT NOT NULL CHECK (what IN ('office', 'indicator')),
	code        TEXT,
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
	type         TEXT,
	parent       TEXT,
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
	insee       TEXT,
	postal_code TEXT,
	territory   TEXT,
	epci        TEXT,
	departement TEXT,
	region      TEXT,
	zone        TEXT,
	category    TEXT,
	legal_form  TEXT,
	size        TEXT,
	member      INTEGER CHECK (member IN (0, 1)),
	opened_on   TEXT,
	closed_on   TEXT,
	merged_into TEXT,
	siret       TEXT,
	email       TEXT,
	phone       TEXT,
	web         TEXT,
	latitude    TEXT,
	longitude   TEXT,
	named       INTEGER CHECK (named IN (0, 1)),
	bureau_of   TEXT,
	PRIMARY KEY (office_id, known_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE identifier (
	identifier_id INTEGER PRIMARY KEY,
	office        TEXT NOT NULL REFERENCES office (code),
	scheme        TEXT NOT NULL,
	value         TEXT NOT NULL,
	UNIQUE (scheme, value, office)
) STRICT;

CREATE TABLE identifier_version (
	identifier_id INTEGER NOT NULL REFERENCES identifier,
	known_from    INTEGER NOT NULL REFERENCES batch,
	known_until   INTEGER NOT NULL DEFAULT 2147483647,
	valid_from    TEXT,
	valid_until   TEXT,
	PRIMARY KEY (identifier_id, known_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE break (
	break_id  INTEGER PRIMARY KEY,
	office    TEXT NOT NULL,
	indicator TEXT NOT NULL REFERENCES indicator (code),
	begins_on TEXT NOT NULL,
	UNIQUE (office, indicator, begins_on)
) STRICT;

CREATE TABLE break_version (
	break_id    INTEGER NOT NULL REFERENCES break,
	known_from  INTEGER NOT NULL REFERENCES batch,
	known_until INTEGER NOT NULL DEFAULT 2147483647,
	reason      TEXT NOT NULL,
	PRIMARY KEY (break_id, known_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE calendar (
	calendar_id INTEGER PRIMARY KEY,
	type        TEXT NOT NULL CHECK (type IN ('school', 'event')),
	zone        TEXT NOT NULL,
	label       TEXT NOT NULL,
	begins_on   TEXT NOT NULL,
	UNIQUE (type, zone, label, begins_on)
) STRICT;

CREATE TABLE calendar_version (
	calendar_id INTEGER NOT NULL REFERENCES calendar,
	known_from  INTEGER NOT NULL REFERENCES batch,
	known_until INTEGER NOT NULL DEFAULT 2147483647,
	ends_on     TEXT,
	PRIMARY KEY (calendar_id, known_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE norm (
	norm_id            INTEGER PRIMARY KEY,
	indicator          TEXT NOT NULL REFERENCES indicator (code),
	definition_version TEXT NOT NULL,
	UNIQUE (indicator, definition_version)
) STRICT;

CREATE TABLE norm_version (
	norm_id     INTEGER NOT NULL REFERENCES norm,
	known_from  INTEGER NOT NULL REFERENCES batch,
	known_until INTEGER NOT NULL DEFAULT 2147483647,
	valid_from  TEXT NOT NULL,
	valid_until TEXT,
	required    INTEGER NOT NULL CHECK (required IN (0, 1)),
	section     TEXT,
	rank        INTEGER NOT NULL,
	source      TEXT,
	PRIMARY KEY (norm_id, known_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
	event_id    INTEGER PRIMARY KEY,
	batch_id    INTEGER NOT NULL REFERENCES batch,
	line        INTEGER NOT NULL,
	known_until INTEGER NOT NULL DEFAULT 2147483647,
	happened_on TEXT NOT NULL,
	type        TEXT NOT NULL,
	office      TEXT NOT NULL REFERENCES office (code),
	becomes     TEXT,
	share       TEXT,
	note        TEXT
) STRICT;
CREATE INDEX event_by_office ON event (office, happened_on, event_id);

CREATE TABLE observation (
	figure_id    INTEGER PRIMARY KEY,
	value        INTEGER,
	state        INTEGER NOT NULL CHECK (state BETWEEN 0 AND 4 AND (state = 0) = (value IS NOT NULL)),
	batch_id     INTEGER NOT NULL,
	line         INTEGER NOT NULL,
	indicator_id INTEGER GENERATED ALWAYS AS (figure_id >> 48) VIRTUAL,
	period       INTEGER GENERATED ALWAYS AS ((figure_id >> 30) & 0x3ffff) VIRTUAL,
	office_id    INTEGER GENERATED ALWAYS AS (figure_id & 0x3fffffff) VIRTUAL
) STRICT;

CREATE TABLE superseded (
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

CREATE TABLE confirmation (
	confirmation_id INTEGER PRIMARY KEY,
	office          TEXT NOT NULL REFERENCES office (code),
	indicator       TEXT NOT NULL REFERENCES indicator (code),
	period          TEXT NOT NULL,
	UNIQUE (office, indicator, period)
) STRICT;

CREATE TABLE confirmation_version (
	confirmation_id INTEGER NOT NULL REFERENCES confirmation,
	known_from      INTEGER NOT NULL REFERENCES batch,
	known_until     INTEGER NOT NULL DEFAULT 2147483647,
	confirmed       TEXT NOT NULL,
	reason          TEXT NOT NULL,
	PRIMARY KEY (confirmation_id, known_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE progress (
	progress_id INTEGER PRIMARY KEY,
	batch_id    INTEGER NOT NULL REFERENCES batch,
	line        INTEGER NOT NULL,
	known_until INTEGER NOT NULL DEFAULT 2147483647,
	resolution  TEXT NOT NULL REFERENCES resolution (code),
	office      TEXT REFERENCES office (code),
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
	starts_on     TEXT,
	due_on        TEXT,
	state         TEXT NOT NULL CHECK (
		state = 'a_faire' OR state = 'en_cours' OR state = 'fait' OR state = 'reporte' OR
		state = 'abandonne'),
	progress      INTEGER NOT NULL CHECK (progress BETWEEN 0 AND 100 AND (progress = 100) = (state = 'fait')),
	planned_eur   TEXT,
	spent_eur     TEXT,
	indicator     TEXT,
	target        TEXT,
	proof         TEXT,
	offices       TEXT,
	weight        TEXT,
	after         TEXT,
	repeats       TEXT,
	repeats_until TEXT,
	done_on       TEXT,
	planned_days  TEXT,
	spent_days    TEXT,
	fundings      TEXT,
	blocked       TEXT,
	PRIMARY KEY (action_id, known_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE edition (
	edition_id INTEGER PRIMARY KEY,
	report     TEXT NOT NULL,
	from_period INTEGER NOT NULL,
	to_period  INTEGER NOT NULL,
	diffusion  TEXT NOT NULL CHECK (
		diffusion = 'interne' OR diffusion = 'reseau' OR diffusion = 'public'),
	options    TEXT NOT NULL,
	today      TEXT NOT NULL,
	batch_id   INTEGER REFERENCES batch,
	program    TEXT NOT NULL,
	sha256     TEXT NOT NULL,
	figures    INTEGER NOT NULL
) STRICT;
CREATE INDEX edition_by_report ON edition (report, from_period, to_period);

CREATE TABLE edition_figure (
	edition_id INTEGER NOT NULL REFERENCES edition,
	rank       INTEGER NOT NULL,
	section    TEXT NOT NULL,
	figure     TEXT NOT NULL,
	indicator  TEXT,
	"group"    TEXT,
	period     TEXT,
	value      TEXT,
	flag       TEXT,
	PRIMARY KEY (edition_id, rank)
) STRICT, WITHOUT ROWID;

CREATE TABLE partner (
	partner_id INTEGER PRIMARY KEY,
	code       TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE partner_version (
	partner_id  INTEGER NOT NULL REFERENCES partner,
	known_from  INTEGER NOT NULL REFERENCES batch,
	known_until INTEGER NOT NULL DEFAULT 2147483647,
	name        TEXT NOT NULL,
	type        TEXT NOT NULL,
	role        TEXT,
	web         TEXT,
	PRIMARY KEY (partner_id, known_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE agreement (
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
	party        TEXT,
	signed_on    TEXT,
	starts_on    TEXT,
	ends_on      TEXT,
	reviewed_on  TEXT,
	services     INTEGER CHECK (services IN (0, 1)),
	resolution   TEXT NOT NULL,
	proof        TEXT,
	CHECK (CASE type WHEN 'objectifs' THEN office IS NOT NULL ELSE partner IS NOT NULL END),
	PRIMARY KEY (agreement_id, known_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE objective (
	objective_id INTEGER PRIMARY KEY,
	agreement    TEXT NOT NULL REFERENCES agreement (code),
	indicator    TEXT NOT NULL REFERENCES indicator (code),
	period       TEXT NOT NULL,
	UNIQUE (agreement, indicator, period)
) STRICT;

CREATE TABLE objective_version (
	objective_id INTEGER NOT NULL REFERENCES objective,
	known_from   INTEGER NOT NULL REFERENCES batch,
	known_until  INTEGER NOT NULL DEFAULT 2147483647,
	target       TEXT NOT NULL,
	sense        TEXT NOT NULL CHECK (sense IN ('up', 'down')),
	label        TEXT,
	PRIMARY KEY (objective_id, known_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE target (
	target_id   INTEGER PRIMARY KEY,
	resolution  TEXT NOT NULL,
	indicator   TEXT NOT NULL,
	level       TEXT NOT NULL CHECK (level = '' OR level = 'relay' OR level = 'office'),
	from_period TEXT NOT NULL,
	UNIQUE (resolution, indicator, level, from_period),
	CHECK (resolution <> '' OR indicator <> '')
) STRICT;

CREATE TABLE target_version (
	target_id    INTEGER NOT NULL REFERENCES target,
	known_from   INTEGER NOT NULL REFERENCES batch,
	known_until  INTEGER NOT NULL DEFAULT 2147483647,
	until_period TEXT,
	value        TEXT NOT NULL,
	sense        TEXT CHECK (sense IN ('up', 'down')),
	note         TEXT,
	PRIMARY KEY (target_id, known_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity (
	activity_id INTEGER PRIMARY KEY,
	batch_id    INTEGER NOT NULL REFERENCES batch,
	line        INTEGER NOT NULL,
	known_until INTEGER NOT NULL DEFAULT 2147483647,
	code        TEXT,
	done_on     TEXT NOT NULL,
	type        TEXT NOT NULL,
	resolutions TEXT NOT NULL,
	title       TEXT,
	offices     TEXT,
	partners    TEXT,
	people      INTEGER,
	days        TEXT,
	delay_days  INTEGER,
	proof       TEXT
) STRICT;
CREATE INDEX activity_by_day ON activity (done_on, activity_id);
CREATE INDEX activity_by_code ON activity (code) WHERE code IS NOT NULL;

CREATE TABLE label (
	label_id   INTEGER PRIMARY KEY,
	office     TEXT NOT NULL,
	holder     TEXT NOT NULL,
	scheme     TEXT NOT NULL,
	decided_on TEXT NOT NULL,
	UNIQUE (office, holder, scheme, decided_on)
) STRICT;

CREATE TABLE label_version (
	label_id      INTEGER NOT NULL REFERENCES label,
	known_from    INTEGER NOT NULL REFERENCES batch,
	known_until   INTEGER NOT NULL DEFAULT 2147483647,
	name          TEXT,
	level         TEXT,
	grid          TEXT,
	complete_on   TEXT,
	filed_on      TEXT,
	valid_until   TEXT,
	withdrawn_on  TEXT,
	injunction_on TEXT,
	basis         TEXT,
	covered_by    TEXT REFERENCES office (code),
	reason        TEXT,
	reference     TEXT,
	PRIMARY KEY (label_id, known_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE lodging (
	lodging_id INTEGER PRIMARY KEY,
	commune    TEXT NOT NULL,
	year       INTEGER NOT NULL,
	UNIQUE (commune, year)
) STRICT;

CREATE TABLE lodging_version (
	lodging_id         INTEGER NOT NULL REFERENCES lodging,
	known_from         INTEGER NOT NULL REFERENCES batch,
	known_until        INTEGER NOT NULL DEFAULT 2147483647,
	name               TEXT,
	population         INTEGER NOT NULL CHECK (population > 0),
	hotel_rooms        INTEGER CHECK (hotel_rooms >= 0),
	residence_beds     INTEGER CHECK (residence_beds >= 0),
	furnished_lodgings INTEGER CHECK (furnished_lodgings >= 0),
	camping_pitches    INTEGER CHECK (camping_pitches >= 0),
	village_beds       INTEGER CHECK (village_beds >= 0),
	second_homes       INTEGER CHECK (second_homes >= 0),
	guest_rooms        INTEGER CHECK (guest_rooms >= 0),
	berths             INTEGER CHECK (berths >= 0),
	PRIMARY KEY (lodging_id, known_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
	session_id INTEGER PRIMARY KEY,
	code       TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE session_version (
	session_id   INTEGER NOT NULL REFERENCES session,
	known_from   INTEGER NOT NULL REFERENCES batch,
	known_until  INTEGER NOT NULL DEFAULT 2147483647,
	title        TEXT NOT NULL,
	theme        TEXT NOT NULL,
	resolutions  TEXT,
	state        TEXT NOT NULL CHECK (
		state = 'propose' OR state = 'planifie' OR state = 'tenu' OR state = 'annule'),
	begins_on    TEXT,
	ends_on      TEXT,
	days         TEXT,
	hours        TEXT,
	place        TEXT,
	territory    TEXT,
	seats        INTEGER,
	provider     TEXT,
	teaching_eur TEXT,
	other_costs_eur TEXT NOT NULL,
	opco_eur     TEXT,
	cnfpt_eur    TEXT,
	region_eur   TEXT,
	relais_eur   TEXT,
	offices_eur  TEXT,
	others_eur   TEXT,
	satisfaction TEXT,
	answers      INTEGER,
	PRIMARY KEY (session_id, known_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE enrolment (
	enrolment_id INTEGER PRIMARY KEY,
	session      TEXT NOT NULL REFERENCES session (code),
	office       TEXT NOT NULL REFERENCES office (code),
	category     TEXT NOT NULL,
	regime       TEXT NOT NULL,
	UNIQUE (session, office, category, regime)
) STRICT;

CREATE TABLE enrolment_version (
	enrolment_id INTEGER NOT NULL REFERENCES enrolment,
	known_from   INTEGER NOT NULL REFERENCES batch,
	known_until  INTEGER NOT NULL DEFAULT 2147483647,
	trainees     INTEGER NOT NULL,
	absent       INTEGER NOT NULL CHECK (absent BETWEEN 0 AND trainees),
	hours        TEXT,
	days         TEXT,
	PRIMARY KEY (enrolment_id, known_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE need (
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
