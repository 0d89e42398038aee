/* SPDX-License-Identifier: MIT
 * The queries of this room, embedded from store/sql/q_*.sql.
 */
#ifndef QUESTION_SQL_H
#define QUESTION_SQL_H

extern const unsigned char relais_sql_q_account[];
extern const unsigned char relais_sql_q_account_season[];
extern const unsigned char relais_sql_q_actions[];
extern const unsigned char relais_sql_q_activities[];
extern const unsigned char relais_sql_q_agreements[];
extern const unsigned char relais_sql_q_any[];
extern const unsigned char relais_sql_q_batch_days[];
extern const unsigned char relais_sql_q_bounds[];
extern const unsigned char relais_sql_q_breaks[];
extern const unsigned char relais_sql_q_calendar[];
extern const unsigned char relais_sql_q_changes[];
extern const unsigned char relais_sql_q_confirmed[];
extern const unsigned char relais_sql_q_copy_indicators[];
extern const unsigned char relais_sql_q_copy_offices[];
extern const unsigned char relais_sql_q_copy_territories[];
extern const unsigned char relais_sql_q_definition[];
extern const unsigned char relais_sql_q_emails[];
extern const unsigned char relais_sql_q_done[];
extern const unsigned char relais_sql_q_enrolments[];
extern const unsigned char relais_sql_q_ever[];
extern const unsigned char relais_sql_q_first_editions[];
extern const unsigned char relais_sql_q_identified[];
extern const unsigned char relais_sql_q_indicators[];
extern const unsigned char relais_sql_q_labels[];
extern const unsigned char relais_sql_q_lodging[];
extern const unsigned char relais_sql_q_merged[];
extern const unsigned char relais_sql_q_needs[];
extern const unsigned char relais_sql_q_norm[];
extern const unsigned char relais_sql_q_objectives[];
extern const unsigned char relais_sql_q_observed[];
extern const unsigned char relais_sql_q_offices[];
extern const unsigned char relais_sql_q_partners[];
extern const unsigned char relais_sql_q_perimeters[];
extern const unsigned char relais_sql_q_progress[];
extern const unsigned char relais_sql_q_reach[];
extern const unsigned char relais_sql_q_received[];
extern const unsigned char relais_sql_q_resolutions[];
extern const unsigned char relais_sql_q_sent[];
extern const unsigned char relais_sql_q_sessions[];
extern const unsigned char relais_sql_q_settings[];
extern const unsigned char relais_sql_q_splits[];
extern const unsigned char relais_sql_q_staff[];
extern const unsigned char relais_sql_q_superseded[];
extern const unsigned char relais_sql_q_targets[];
extern const unsigned char relais_sql_q_measures[];
extern const unsigned char relais_sql_q_territories[];
extern const unsigned char relais_sql_q_vintages[];

#define SQL(name) ((const char *)relais_sql_q_##name)

#endif
