/* SPDX-License-Identifier: MIT
 * What rt-import does, one file each: reading files, and what --init, --log, --undo, --kinds, --rules,
 * --export, --backup, --upgrade and --verify show or do instead.
 */
#ifndef IMPORT_H
#define IMPORT_H

#include "../tool.h"

extern const struct verb verb_import, verb_init, verb_detect, verb_learn, verb_log, verb_undo,
	verb_kinds, verb_rules, verb_export, verb_backup, verb_upgrade, verb_verify;

extern const struct tool_option import_options[], detect_options[], learn_options[];

/* Writes the sample profile, unless there is such a file. */
relais_status sample_write(struct session *s, const char *path, bool *was_there);

/* Opens the store whose register helps to understand files, or a private one. */
relais_status detect_open(struct session *s);

/* Of the operands, files and what is in folders, as a list to be freed. */
bool folder_is(const char *path);
relais_status folder_files(struct session *s, struct tool_list *list);
void folder_free(struct tool_list *list);

/* The options of the command line as the library takes them. */
relais_status import_settings(struct session *s, relais_import_options *options);

/* --diagnostics: NULL when it was not asked for. */
const char *import_diagnostics(void);
relais_status diagnostics_begin(struct session *s, const char *path, relais_diagnostics **kept);
/* The file was refused as a whole, for the reason in s->err. */
void diagnostics_refused(const struct session *s, relais_diagnostics *kept, const char *input);
/* Writes and closes; returns `rc`, or what went wrong now. */
relais_status diagnostics_end(
	struct session *s, const char *path, relais_diagnostics *kept, relais_status rc);
/* Before reading `files` inputs: the folder for their refused lines, when they are several. */
relais_status rejects_prepare(struct session *s, const char *rejects, int files);
/* The file for those of one input; may write it to `path`. */
const char *rejects_of(
	const char *rejects, const char *input, const char *sheet, char *path, size_t size);

/* The line that accounts for every line read, per file and, with several, for all. */
void summary_say(struct session *s, const char *name, const relais_summary *summary);
void summary_add(relais_summary *total, const relais_summary *one);

/* --export published: a file to be given outside, and the record that it was. */
relais_status published_write(struct session *s);

#endif
