-- What analysts read: ordinary names and numbers, current knowledge only unless a view says
-- otherwise. Documented in relais-sql(5); adding a view or a column is fine (a store that is opened to
-- be written in gets the views of the program that does), renaming one is a new schema number. Nothing
-- here is protected. What is worked out from these is in share/sql/views.sql.

-- ---- the registers -------------------------------------------------------------------------

-- one that only its figures tell of has a code and nothing else
CREATE VIEW v_office AS
SELECT o.code, v.name, v.commune, v.territory, v.epci, v.departement, v.region, v.zone,
       v.category, v.legal_form, v.member, v.opened_on, v.closed_on, v.merged_into,
       v.bureau_of, v.size, v.insee, v.postal_code, v.siret, v.email, v.phone, v.web,
       CAST(v.latitude AS REAL) AS latitude, CAST(v.longitude AS REAL) AS longitude, v.named
  FROM office AS o
  LEFT JOIN office_version AS v ON v.office_id = o.office_id AND v.known_until = 2147483647
 WHERE v.office_id IS NOT NULL
    OR NOT EXISTS (SELECT 1 FROM office_version AS w WHERE w.office_id = o.office_id);

-- every state the register was in, and when it was known to be
CREATE VIEW v_office_history AS
SELECT o.code, v.name, v.commune, v.territory, v.epci, v.departement, v.region, v.zone,
       v.category, v.legal_form, v.size, v.member, v.opened_on, v.closed_on, v.merged_into,
       v.bureau_of, v.known_from AS batch, b.received_on AS known_on,
       e.batch_id AS until_batch, e.received_on AS known_until
  FROM office AS o
  JOIN office_version AS v ON v.office_id = o.office_id
  JOIN batch AS b ON b.batch_id = v.known_from
  LEFT JOIN batch AS e ON e.batch_id = v.known_until;

CREATE VIEW v_territory AS
SELECT t.code, v.name, v.type, v.parent
  FROM territory AS t
  JOIN territory_version AS v ON v.territory_id = t.territory_id AND v.known_until = 2147483647;

CREATE VIEW v_event AS
SELECT e.happened_on, e.type, e.office, e.becomes, CAST(e.share AS REAL) AS share, e.note,
       e.batch_id AS batch, e.line
  FROM event AS e
 WHERE e.known_until = 2147483647;

CREATE VIEW v_identifier AS
SELECT i.office, i.scheme, i.value, v.valid_from, v.valid_until
  FROM identifier AS i
  JOIN identifier_version AS v ON v.identifier_id = i.identifier_id AND v.known_until = 2147483647;

CREATE VIEW v_perimeter AS
SELECT p.office, p.commune, v.name, v.valid_from, v.valid_until
  FROM perimeter AS p
  JOIN perimeter_version AS v ON v.perimeter_id = p.perimeter_id AND v.known_until = 2147483647;

CREATE VIEW v_alias AS
SELECT v.what, a.spelled, v.code
  FROM alias AS a
  JOIN alias_version AS v ON v.alias_id = a.alias_id AND v.known_until = 2147483647
 WHERE v.code IS NOT NULL;

CREATE VIEW v_setting AS
SELECT s.code AS name, v.value
  FROM setting AS s
  JOIN setting_version AS v ON v.setting_id = s.setting_id AND v.known_until = 2147483647;

-- ---- figures -------------------------------------------------------------------------------

CREATE VIEW v_indicator AS
SELECT i.code, v.rank, v.label_fr, v.label_en, v.unit, v.type, v.periodicity,
       v.over_offices, v.over_time, i.decimals, v.derived, v.weight, v.numerator, v.denominator,
       v.factor, CAST(v.minimum AS REAL) AS minimum, CAST(v.maximum AS REAL) AS maximum,
       CAST(v.soft_maximum AS REAL) AS soft_maximum, CAST(v.step AS REAL) AS step, v.part_of,
       v.norm, v.resolutions, v.reference
  FROM indicator AS i
  JOIN indicator_version AS v ON v.indicator_id = i.indicator_id AND v.known_until = 2147483647;

-- A period is written as in files, 2024, 2024-08, 2024-T3, 2024-S1: the year, and what is at its slot
-- in the list. The views repeat this: a view of periods to join would be looked up once for each figure, and SQL
-- has no other way to name an expression. The range of figure_id finds the figures of an indicator, which lie
-- together; CROSS JOIN keeps that order, which the planner cannot see the worth of.
CREATE VIEW v_observation AS
SELECT o.code AS office, i.code AS indicator,
       rtrim(printf('%04d', n.period / 20) || substr(
         '   -01-02-03-04-05-06-07-08-09-10-11-12-T1-T2-T3-T4-S1-S2', n.period % 20 * 3 + 1, 3)) AS period,
       n.value / CASE i.decimals WHEN 0 THEN 1 WHEN 1 THEN 1e1 WHEN 2 THEN 1e2 WHEN 3 THEN 1e3
            WHEN 4 THEN 1e4 WHEN 5 THEN 1e5 ELSE 1e6 END AS value,
       CASE n.state WHEN 1 THEN 'z' WHEN 2 THEN 'm' WHEN 3 THEN 'n' WHEN 4 THEN 'd' END AS flag,
       n.batch_id AS batch, n.line,
       CASE n.state WHEN 0 THEN 'value' WHEN 1 THEN 'zero' WHEN 2 THEN 'missing'
            WHEN 3 THEN 'not_concerned' ELSE 'refused' END AS status,
       n.value AS units, i.decimals, n.period / 20 AS year,
       CASE WHEN n.period % 20 = 0 THEN 'year' WHEN n.period % 20 < 13 THEN 'month'
            WHEN n.period % 20 < 17 THEN 'quarter' ELSE 'semester' END AS length,
       printf('%04d-%s-01', n.period / 20, substr('01010203040506070809101112010407100107', n.period % 20 * 2 + 1, 2)) AS first_day,
       date(printf('%04d-%s-01', n.period / 20, substr('12010203040506070809101112030609120612', n.period % 20 * 2 + 1, 2)),
            '+1 month', '-1 day') AS last_day
  FROM indicator AS i
 CROSS JOIN observation AS n
    ON n.figure_id BETWEEN i.indicator_id << 48 AND i.indicator_id << 48 | 0xffffffffffff
 CROSS JOIN office AS o ON o.office_id = n.office_id;

-- The indicators and periods of which somebody has a figure. Figures lie in the order of these, so that
-- each is found by looking for the first one behind the last: a few thousand looks, whatever there is.
CREATE VIEW v_figure AS
WITH RECURSIVE step(id) AS (
SELECT (SELECT figure_id >> 30 FROM observation ORDER BY figure_id LIMIT 1)
UNION ALL
SELECT (SELECT n.figure_id >> 30 FROM observation AS n
         WHERE n.figure_id >= step.id + 1 << 30 ORDER BY n.figure_id LIMIT 1)
  FROM step
 WHERE step.id IS NOT NULL
)
SELECT i.code AS indicator,
       rtrim(printf('%04d', p.period / 20) || substr(
         '   -01-02-03-04-05-06-07-08-09-10-11-12-T1-T2-T3-T4-S1-S2', p.period % 20 * 3 + 1, 3)) AS period,
       p.period / 20 AS year,
       CASE WHEN p.period % 20 = 0 THEN 'year' WHEN p.period % 20 < 13 THEN 'month'
            WHEN p.period % 20 < 17 THEN 'quarter' ELSE 'semester' END AS length,
       printf('%04d-%s-01', p.period / 20, substr('01010203040506070809101112010407100107', p.period % 20 * 2 + 1, 2)) AS first_day,
       date(printf('%04d-%s-01', p.period / 20, substr('12010203040506070809101112030609120612', p.period % 20 * 2 + 1, 2)),
            '+1 month', '-1 day') AS last_day,
       i.decimals
  FROM (SELECT id >> 18 AS indicator_id, id & 0x3ffff AS period FROM step WHERE id IS NOT NULL) AS p
  JOIN indicator AS i ON i.indicator_id = p.indicator_id;

-- every figure that was ever known, and from when to when it was
CREATE VIEW v_history AS
SELECT o.code AS office, i.code AS indicator,
       rtrim(printf('%04d', n.period / 20) || substr(
         '   -01-02-03-04-05-06-07-08-09-10-11-12-T1-T2-T3-T4-S1-S2', n.period % 20 * 3 + 1, 3)) AS period,
       n.value / CASE i.decimals WHEN 0 THEN 1 WHEN 1 THEN 1e1 WHEN 2 THEN 1e2 WHEN 3 THEN 1e3
            WHEN 4 THEN 1e4 WHEN 5 THEN 1e5 ELSE 1e6 END AS value,
       CASE n.state WHEN 0 THEN 'value' WHEN 1 THEN 'zero' WHEN 2 THEN 'missing'
            WHEN 3 THEN 'not_concerned' ELSE 'refused' END AS status,
       n.value AS units, i.decimals, n.batch_id AS batch, n.line, b.received_on AS known_on,
       n.until_batch_id AS until_batch, e.received_on AS known_until
  FROM indicator AS i
 CROSS JOIN (SELECT figure_id, value, state, batch_id, line, NULL AS until_batch_id, period, office_id
          FROM observation
         UNION ALL
        SELECT figure_id, value, state, batch_id, line, until_batch_id, period, office_id
          FROM superseded) AS n
    ON n.figure_id BETWEEN i.indicator_id << 48 AND i.indicator_id << 48 | 0xffffffffffff
  JOIN office AS o ON o.office_id = n.office_id
  JOIN batch AS b ON b.batch_id = n.batch_id
  LEFT JOIN batch AS e ON e.batch_id = n.until_batch_id;

CREATE VIEW v_confirmation AS
SELECT c.office, c.indicator, c.period, CAST(v.confirmed AS REAL) AS confirmed, v.reason
  FROM confirmation AS c
  JOIN confirmation_version AS v ON v.confirmation_id = c.confirmation_id AND v.known_until = 2147483647;

CREATE VIEW v_break AS
SELECT nullif(b.office, '') AS office, b.indicator, b.begins_on, v.reason
  FROM break AS b
  JOIN break_version AS v ON v.break_id = b.break_id AND v.known_until = 2147483647;

CREATE VIEW v_norm AS
SELECT n.indicator, n.definition_version, v.valid_from, v.valid_until, v.required, v.section,
       v.rank, v.source
  FROM norm AS n
  JOIN norm_version AS v ON v.norm_id = n.norm_id AND v.known_until = 2147483647;

CREATE VIEW v_calendar AS
SELECT c.type, nullif(c.zone, '') AS zone, c.label, c.begins_on,
       coalesce(v.ends_on, c.begins_on) AS ends_on
  FROM calendar AS c
  JOIN calendar_version AS v ON v.calendar_id = c.calendar_id AND v.known_until = 2147483647;

-- ---- resolutions, plan, evidence -----------------------------------------------------------

CREATE VIEW v_resolution AS
SELECT r.code, v.rank, v.domain, v.challenge, v.challenge_alt, v.certainty, v.label_fr, v.label_en
  FROM resolution AS r
  JOIN resolution_version AS v ON v.resolution_id = r.resolution_id AND v.known_until = 2147483647;

CREATE VIEW v_progress AS
SELECT p.progress_id AS entry, p.resolution, p.office, p.stated_on, p.state, p.note, p.proof,
       p.batch_id AS batch, p.line
  FROM progress AS p
 WHERE p.known_until = 2147483647;

CREATE VIEW v_action AS
SELECT a.code, v.resolution, v.title, v.owner,
       CASE WHEN v.starts_on NOT LIKE '%:%' AND v.starts_on NOT LIKE '% %' THEN v.starts_on END AS starts_on,
       CASE WHEN v.due_on NOT LIKE '%:%' AND v.due_on NOT LIKE '% %' THEN v.due_on END AS due_on,
       v.state, v.progress, CAST(v.planned_eur AS REAL) AS planned_eur,
       CAST(v.spent_eur AS REAL) AS spent_eur, v.starts_on AS starts_said,
       v.due_on AS due_said, v.after, v.repeats, v.repeats_until, v.done_on,
       CAST(v.planned_days AS REAL) AS planned_days, CAST(v.spent_days AS REAL) AS spent_days,
       v.fundings, v.blocked, v.partners, v.indicator, v.target, v.proof, v.offices,
       CAST(coalesce(v.weight, '1') AS REAL) AS weight
  FROM action AS a
  JOIN action_version AS v ON v.action_id = a.action_id AND v.known_until = 2147483647;

CREATE VIEW v_measure AS
SELECT m.code, nullif(m.from_day, '') AS from_day, v.until_day, v.resolution, v.level, v.source,
       v.of_what, v.formula, v.over_time, v.unit, v.sense, v.stale_after, v.label_fr, v.label_en
  FROM measure AS m
  JOIN measure_version AS v ON v.measure_id = m.measure_id AND v.known_until = 2147483647;

CREATE VIEW v_target AS
SELECT nullif(t.resolution, '') AS resolution, nullif(t.indicator, '') AS indicator,
       nullif(t.level, '') AS level, t.from_period, v.until_period,
       CAST(v.value AS REAL) AS value, v.sense, v.note
  FROM target AS t
  JOIN target_version AS v ON v.target_id = t.target_id AND v.known_until = 2147483647;

CREATE VIEW v_activity AS
SELECT a.code, a.done_on, a.type, a.resolutions, a.title, a.offices, a.partners, a.people,
       CAST(a.days AS REAL) AS days, a.delay_days, a.proof, a.activity_id AS entry,
       a.batch_id AS batch, a.line
  FROM activity AS a
 WHERE a.known_until = 2147483647;

CREATE VIEW v_partner AS
SELECT p.code, v.name, v.type, v.role, v.web
  FROM partner AS p
  JOIN partner_version AS v ON v.partner_id = p.partner_id AND v.known_until = 2147483647;

CREATE VIEW v_agreement AS
SELECT a.code, v.type, v.office, v.partner, v.party, v.signed_on, v.starts_on, v.ends_on,
       v.reviewed_on, v.services, v.resolution, v.proof
  FROM agreement AS a
  JOIN agreement_version AS v ON v.agreement_id = a.agreement_id AND v.known_until = 2147483647;

CREATE VIEW v_objective AS
SELECT o.agreement, o.indicator, o.period, CAST(v.target AS REAL) AS target, v.sense, v.label
  FROM objective AS o
  JOIN objective_version AS v ON v.objective_id = o.objective_id AND v.known_until = 2147483647;

-- ---- labels, lodging, training -------------------------------------------------------------

-- office or holder is empty; what a label is worth on a day is rt-status labels
CREATE VIEW v_label AS
SELECT nullif(l.office, '') AS office, nullif(l.holder, '') AS holder, l.scheme,
       nullif(l.decided_on, '') AS decided_on, v.name, v.level, v.grid, v.complete_on, v.filed_on,
       v.valid_until, v.withdrawn_on, v.injunction_on, v.basis, v.covered_by, v.reason, v.reference
  FROM label AS l
  JOIN label_version AS v ON v.label_id = l.label_id AND v.known_until = 2147483647;

CREATE VIEW v_lodging AS
SELECT l.commune, l.year, v.name, v.population, v.hotel_rooms, v.residence_beds,
       v.furnished_lodgings, v.camping_pitches, v.village_beds, v.second_homes, v.guest_rooms,
       v.berths
  FROM lodging AS l
  JOIN lodging_version AS v ON v.lodging_id = l.lodging_id AND v.known_until = 2147483647;

CREATE VIEW v_session AS
SELECT s.code, v.title, v.theme, v.resolutions, v.state, v.begins_on, v.ends_on,
       CAST(v.days AS REAL) AS days, CAST(v.hours AS REAL) AS hours, v.place, v.territory,
       v.seats, v.provider, CAST(v.teaching_eur AS REAL) AS teaching_eur,
       CAST(v.other_costs_eur AS REAL) AS other_costs_eur, CAST(v.opco_eur AS REAL) AS opco_eur,
       CAST(v.cnfpt_eur AS REAL) AS cnfpt_eur, CAST(v.region_eur AS REAL) AS region_eur,
       CAST(v.relais_eur AS REAL) AS relais_eur, CAST(v.offices_eur AS REAL) AS offices_eur,
       CAST(v.others_eur AS REAL) AS others_eur, CAST(v.satisfaction AS REAL) AS satisfaction,
       v.answers
  FROM session AS s
  JOIN session_version AS v ON v.session_id = s.session_id AND v.known_until = 2147483647;

CREATE VIEW v_enrolment AS
SELECT e.session, e.office, e.category, nullif(e.regime, '') AS regime, v.trainees, v.absent,
       CAST(v.hours AS REAL) AS hours, CAST(v.days AS REAL) AS days
  FROM enrolment AS e
  JOIN enrolment_version AS v ON v.enrolment_id = e.enrolment_id AND v.known_until = 2147483647;

CREATE VIEW v_need AS
SELECT n.year, n.office, n.theme, n.category, nullif(n.regime, '') AS regime, v.trainees,
       CAST(v.days AS REAL) AS days, v.resolutions, v.note
  FROM need AS n
  JOIN need_version AS v ON v.need_id = n.need_id AND v.known_until = 2147483647;

-- ---- what came, what was published ---------------------------------------------------------

CREATE VIEW v_batch AS
SELECT b.batch_id AS batch, b.received_on, b.who, b.source, b.kind, b."read" AS rows_read,
       b.created, b.revised, b.unchanged, b.rejected, b.skipped, b.why, b.undoes, b.undone_by,
       b.argv, b.sha256
  FROM batch AS b;

CREATE VIEW v_edition AS
SELECT e.edition_id AS edition, e.report,
       rtrim(printf('%04d', e.from_period / 20) || substr(
         '   -01-02-03-04-05-06-07-08-09-10-11-12-T1-T2-T3-T4-S1-S2', e.from_period % 20 * 3 + 1, 3)) AS from_period,
       rtrim(printf('%04d', e.to_period / 20) || substr(
         '   -01-02-03-04-05-06-07-08-09-10-11-12-T1-T2-T3-T4-S1-S2', e.to_period % 20 * 3 + 1, 3)) AS to_period,
       e.diffusion, e.options, e.today, e.batch_id AS batch, e.program, e.sha256, e.figures
  FROM edition AS e;

-- value as it was told; NULL: it was not
CREATE VIEW v_edition_figure AS
SELECT f.edition_id AS edition, f.rank, f.section, f.figure, f.indicator, f."group" AS group_code,
       f.period, f.value, nullif(f.flag, '') AS flag
  FROM edition_figure AS f;
