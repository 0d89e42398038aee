/* SPDX-License-Identifier: MIT
 * Actions, line by line: the doubts that one row raises.
 */
#include "action_row.h"

#include <string.h>

#include "../../model/kind_action.h"
#include "../../model/rule.h"

static bool same(const char *a, const char *b)
{
	return a && b && !strcmp(a, b);
}

/* A sheet that has no column for the day of doing says nothing of it, and of the state it does: what
 * was done and is not any more loses its day, and nobody loses a line. */
void action_settle(registry *g, const char *const *said)
{
	const char *state;

	if (g->k->check != check_action)
		return;
	state = g->values[ACTION_STATE];
	if (!said[ACTION_DONE_ON] && state && !same(state, "fait"))
		g->values[ACTION_DONE_ON] = NULL;
}

static bool is_open_again(registry *g, const char *const *said, spot at)
{
	const char *before = g->before[ACTION_DONE_ON];

	if (!before || said[ACTION_DONE_ON] || g->values[ACTION_DONE_ON])
		return true;
	return told_doubt(g->told, at, "action-reopened",
		"'%s' was done on %s and this line says %s: it is open again", g->key, before,
		g->values[ACTION_STATE]);
}

/* A code is made of the resolution that the action serves. Said once: when that becomes so. */
static bool is_of_its_resolution(registry *g, spot at)
{
	const char *code = g->values[ACTION_CODE], *serves = g->values[ACTION_RESOLUTION];
	const char *dash = code ? strchr(code, '-') : NULL;
	char own[8];

	if (!dash || !serves || (size_t)(dash - code) >= sizeof own ||
		same(serves, g->before[ACTION_RESOLUTION]))
		return true;
	memcpy(own, code, (size_t)(dash - code));
	own[dash - code] = '\0';
	if (!is_resolution_code(own) || same(own, serves))
		return true;
	return told_doubt(g->told, at, "code-of-another",
		"the code '%s' is of resolution %s and the action serves %s: is one of them a slip?",
		code, own, serves);
}

void action_row(registry *g, const char *const *said, spot at, bool *holds)
{
	*holds = true;
	if (g->k->check == check_action)
		*holds = is_open_again(g, said, at) && is_of_its_resolution(g, at);
}
