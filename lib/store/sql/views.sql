-- What analysts read: ordinary names and numbers, current knowledge only. Documented in
-- relais-csv(5); adding a column is fine, renaming one is a new schema number.

CREATE VIEW v_office AS
SELECT o.code, v.name, v.commune, v.territory, v.epci, v.departement, v.region, v.zone,
       v.category, v.legal_form, v.member, v.opened_on, v.closed_on, v.merged_into,
       v.bureau_of
  FROM office AS o
  JOIN office_version AS v ON v.office_id = o.office_id AND v.known_until = 2147483647;

CREATE VIEW v_indicator AS
SELECT i.code, v.rank, v.label_fr, v.label_en, v.unit, v.type, v.periodicity,
       v.over_offices, v.over_time, i.decimals, v.derived
  FROM indicator AS i
  JOIN indicator_version AS v ON v.indicator_id = i.indicator_id AND v.known_until = 2147483647;

CREATE VIEW v_resolution AS
SELECT r.code, v.rank, v.domain, v.challenge, v.challenge_alt, v.certainty, v.label_fr, v.label_en
  FROM resolution AS r
  JOIN resolution_version AS v ON v.resolution_id = r.resolution_id AND v.known_until = 2147483647;

CREATE VIEW v_action AS
SELECT a.code, v.resolution, v.title, v.owner,
       CASE WHEN v.starts_on NOT LIKE '%:%' AND v.starts_on NOT LIKE '% %' THEN v.starts_on END AS starts_on,
       CASE WHEN v.due_on NOT LIKE '%:%' AND v.due_on NOT LIKE '% %' THEN v.due_on END AS due_on,
       v.state, v.progress, v.planned_eur, v.spent_eur, v.starts_on AS starts_said,
       v.due_on AS due_said, v.after, v.repeats, v.repeats_until, v.done_on, v.planned_days,
       v.spent_days, v.fundings, v.blocked
  FROM action AS a
  JOIN action_version AS v ON v.action_id = a.action_id AND v.known_until = 2147483647;

-- period as written in files: 2024, 2024-08, 2024-T3, 2024-S1
CREATE VIEW v_observation AS
SELECT o.code AS office, i.code AS indicator,
       CASE WHEN n.period % 20 = 0  THEN format('%04d', n.period / 20)
            WHEN n.period % 20 < 13 THEN format('%04d-%02d', n.period / 20, n.period % 20)
            WHEN n.period % 20 < 17 THEN format('%04d-T%d', n.period / 20, n.period % 20 - 12)
            ELSE format('%04d-S%d', n.period / 20, n.period % 20 - 16)
       END AS period,
       CASE i.decimals WHEN 0 THEN n.value
            WHEN 1 THEN n.value / 1e1 WHEN 2 THEN n.value / 1e2 WHEN 3 THEN n.value / 1e3
            WHEN 4 THEN n.value / 1e4 WHEN 5 THEN n.value / 1e5 ELSE n.value / 1e6
       END AS value,
       CASE n.state WHEN 1 THEN 'z' WHEN 2 THEN 'm' WHEN 3 THEN 'n' WHEN 4 THEN 'd' END AS flag,
       n.batch_id AS batch, n.line
  FROM observation AS n
  JOIN office AS o USING (office_id)
  JOIN indicator AS i USING (indicator_id);

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
SELECT s.code, v.title, v.theme, v.resolutions, v.state, v.begins_on, v.ends_on, v.days,
       v.hours, v.place, v.territory, v.seats, v.provider, v.teaching_eur,
       v.other_costs_eur, v.opco_eur, v.cnfpt_eur, v.region_eur, v.relais_eur,
       v.offices_eur, v.others_eur, v.satisfaction, v.answers
  FROM session AS s
  JOIN session_version AS v ON v.session_id = s.session_id AND v.known_until = 2147483647;

CREATE VIEW v_enrolment AS
SELECT e.session, e.office, e.category, nullif(e.regime, '') AS regime, v.trainees, v.absent,
       v.hours, v.days
  FROM enrolment AS e
  JOIN enrolment_version AS v ON v.enrolment_id = e.enrolment_id AND v.known_until = 2147483647;

CREATE VIEW v_need AS
SELECT n.year, n.office, n.theme, n.category, nullif(n.regime, '') AS regime, v.trainees,
       v.days, v.resolutions, v.note
  FROM need AS n
  JOIN need_version AS v ON v.need_id = n.need_id AND v.known_until = 2147483647;

CREATE VIEW v_activity AS
SELECT a.code, a.done_on, a.type, a.resolutions, a.title, a.offices, a.partners, a.people, a.days,
       a.delay_days, a.proof
  FROM activity AS a
 WHERE a.known_until = 2147483647;

CREATE VIEW v_agreement AS
SELECT a.code, v.type, v.office, v.partner, v.party, v.signed_on, v.starts_on, v.ends_on,
       v.reviewed_on, v.services, v.resolution
  FROM agreement AS a
  JOIN agreement_version AS v ON v.agreement_id = a.agreement_id AND v.known_until = 2147483647;

CREATE VIEW v_perimeter AS
SELECT p.office, p.commune, v.name, v.valid_from, v.valid_until
  FROM perimeter AS p
  JOIN perimeter_version AS v ON v.perimeter_id = p.perimeter_id AND v.known_until = 2147483647;
