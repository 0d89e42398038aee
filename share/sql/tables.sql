-- Where a store's views are loaded, in PostgreSQL or DuckDB: a table for each view that reads the store's
-- own tables, under its name and with its columns, as rt-import --export writes them. views.sql makes
-- the others of these. Documented in relais-sql(5); load puts it all together.

CREATE TABLE IF NOT EXISTS v_office (
	code text, name text, commune text, territory text, epci text, departement text, region text,
	zone text, category text, legal_form text, member integer, opened_on date, closed_on date,
	merged_into text, bureau_of text, size text, insee text, postal_code text, siret text, email text,
	phone text, web text, latitude double precision, longitude double precision, named integer
);
CREATE TABLE IF NOT EXISTS v_office_history (
	code text, name text, commune text, territory text, epci text, departement text, region text,
	zone text, category text, legal_form text, size text, member integer, opened_on date,
	closed_on date, merged_into text, bureau_of text, batch integer, known_on date, until_batch integer,
	known_until date
);
CREATE TABLE IF NOT EXISTS v_territory (
	code text, name text, type text, parent text
);
CREATE TABLE IF NOT EXISTS v_event (
	happened_on date, type text, office text, becomes text, share double precision, note text,
	batch integer, line integer
);
CREATE TABLE IF NOT EXISTS v_identifier (
	office text, scheme text, value text, valid_from date, valid_until date
);
CREATE TABLE IF NOT EXISTS v_perimeter (
	office text, commune text, name text, valid_from date, valid_until date
);
CREATE TABLE IF NOT EXISTS v_alias (
	what text, spelled text, code text
);
CREATE TABLE IF NOT EXISTS v_setting (
	name text, value text
);
CREATE TABLE IF NOT EXISTS v_indicator (
	code text, rank integer, label_fr text, label_en text, unit text, type text, periodicity text,
	over_offices text, over_time text, decimals integer, derived integer, weight text, numerator text,
	denominator text, factor integer, minimum double precision, maximum double precision,
	soft_maximum double precision, step double precision, part_of text, norm integer, resolutions text,
	reference text
);
CREATE TABLE IF NOT EXISTS v_observation (
	office text, indicator text, period text, value double precision, flag text, batch integer,
	line integer, status text, units bigint, decimals integer, year integer, length text,
	first_day date, last_day date
);
CREATE TABLE IF NOT EXISTS v_figure (
	indicator text, period text, year integer, length text, first_day date, last_day date, decimals integer
);
CREATE TABLE IF NOT EXISTS v_history (
	office text, indicator text, period text, value double precision, status text, units bigint,
	decimals integer, batch integer, line integer, known_on date, until_batch integer, known_until date
);
CREATE TABLE IF NOT EXISTS v_confirmation (
	office text, indicator text, period text, confirmed double precision, reason text
);
CREATE TABLE IF NOT EXISTS v_break (
	office text, indicator text, begins_on date, reason text
);
CREATE TABLE IF NOT EXISTS v_norm (
	indicator text, definition_version text, valid_from date, valid_until date, required integer,
	section text, rank integer, source text
);
CREATE TABLE IF NOT EXISTS v_calendar (
	type text, zone text, label text, begins_on date, ends_on date
);
CREATE TABLE IF NOT EXISTS v_resolution (
	code text, rank integer, domain text, challenge text, challenge_alt text, certainty text,
	label_fr text, label_en text
);
CREATE TABLE IF NOT EXISTS v_progress (
	entry integer, resolution text, office text, stated_on date, state text, note text, proof text,
	batch integer, line integer
);
CREATE TABLE IF NOT EXISTS v_action (
	code text, resolution text, title text, owner text, starts_on date, due_on date, state text,
	progress integer, planned_eur double precision, spent_eur double precision, starts_said text,
	due_said text, after text, repeats text, repeats_until date, done_on date,
	planned_days double precision, spent_days double precision, fundings text, blocked text,
	partners text, indicator text, target text, proof text, offices text, weight double precision
);
CREATE TABLE IF NOT EXISTS v_measure (
	code text, from_day date, until_day date, resolution text, level text, source text, of_what text,
	formula text, over_time text, unit text, sense text, stale_after text, label_fr text, label_en text
);
CREATE TABLE IF NOT EXISTS v_target (
	resolution text, indicator text, level text, from_period text, until_period text,
	value double precision, sense text, note text
);
CREATE TABLE IF NOT EXISTS v_activity (
	code text, done_on date, type text, resolutions text, title text, offices text, partners text,
	people integer, days double precision, delay_days integer, proof text, entry integer, batch integer,
	line integer
);
CREATE TABLE IF NOT EXISTS v_partner (
	code text, name text, type text, role text, web text
);
CREATE TABLE IF NOT EXISTS v_agreement (
	code text, type text, office text, partner text, party text, signed_on date, starts_on date,
	ends_on date, reviewed_on date, services integer, resolution text, proof text
);
CREATE TABLE IF NOT EXISTS v_objective (
	agreement text, indicator text, period text, target double precision, sense text, label text
);
CREATE TABLE IF NOT EXISTS v_label (
	office text, holder text, scheme text, decided_on date, name text, level text, grid text,
	complete_on date, filed_on date, valid_until date, withdrawn_on date, injunction_on date,
	basis text, covered_by text, reason text, reference text
);
CREATE TABLE IF NOT EXISTS v_lodging (
	commune text, year integer, name text, population integer, hotel_rooms integer,
	residence_beds integer, furnished_lodgings integer, camping_pitches integer, village_beds integer,
	second_homes integer, guest_rooms integer, berths integer
);
CREATE TABLE IF NOT EXISTS v_session (
	code text, title text, theme text, resolutions text, state text, begins_on date, ends_on date,
	days double precision, hours double precision, place text, territory text, seats integer,
	provider text, teaching_eur double precision, other_costs_eur double precision,
	opco_eur double precision, cnfpt_eur double precision, region_eur double precision,
	relais_eur double precision, offices_eur double precision, others_eur double precision,
	satisfaction double precision, answers integer
);
CREATE TABLE IF NOT EXISTS v_enrolment (
	session text, office text, category text, regime text, trainees integer, absent integer,
	hours double precision, days double precision
);
CREATE TABLE IF NOT EXISTS v_need (
	year integer, office text, theme text, category text, regime text, trainees integer,
	days double precision, resolutions text, note text
);
CREATE TABLE IF NOT EXISTS v_batch (
	batch integer, received_on date, who text, source text, kind text, rows_read integer,
	created integer, revised integer, unchanged integer, rejected integer, skipped integer, why text,
	undoes integer, undone_by integer, argv text, sha256 text
);
CREATE TABLE IF NOT EXISTS v_edition (
	edition integer, report text, from_period text, to_period text, diffusion text, options text,
	today date, batch integer, program text, sha256 text, figures integer
);
CREATE TABLE IF NOT EXISTS v_edition_figure (
	edition integer, rank integer, section text, figure text, indicator text, group_code text,
	period text, value text, flag text
);
