/* SPDX-License-Identifier: MIT
 * From main to the exit code: find the verb, read its options, open what it needs, run it,
 * make sure the bytes left, say what went wrong. Every tool goes this one way.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "tool_complete.h"

/* A file opened later must never take the place of a closed stdin, stdout or stderr. */
static void hold_standard_files(void)
{
	for (int fd = 0; fd <= 2; fd++)
		if (fcntl(fd, F_GETFD) == -1 && errno == EBADF)
			(void)!open("/dev/null", fd == 1 ? O_RDONLY : O_RDWR);
}

/* The figures of one indicator after the other take the same tens of megabytes: given back to the system in
 * between, each page of them would be fetched anew, a third of the time of a question about all. */
static void keep_memory(void)
{
#ifdef __GLIBC__
	mallopt(M_MMAP_THRESHOLD, 32 << 20);
	mallopt(M_TRIM_THRESHOLD, 64 << 20);
#endif
}

/* The command line as it could be typed again; NULL when memory is short. */
static char *join(int argc, char **argv)
{
	char *joined = NULL;
	size_t size = 0;
	FILE *out = open_memstream(&joined, &size);

	if (!out)
		return NULL;
	for (int i = 0; i < argc; i++) {
		const char *word = i                       ? argv[i]
				   : strrchr(argv[0], '/') ? strrchr(argv[0], '/') + 1
							   : argv[0];

		if (i)
			fputc(' ', out);
		tool_put_word(out, word);
	}
	if (fclose(out) != 0) {
		free(joined);
		return NULL;
	}
	return joined;
}

/* RELAIS_END when help or the version was all that was asked. */
static relais_status prepare(struct session *s, int argc, char **argv)
{
	int verb_at = 0;
	relais_status rc = tool_scan(s, argc, argv, &verb_at);

	s->err.lang = s->lang;
	if (rc != RELAIS_OK)
		return rc;
	if ((rc = tool_parse(s, argc, argv, verb_at)) != RELAIS_OK ||
		(rc = tool_ask(s)) != RELAIS_OK)
		return rc;
	if ((s->verb->groups & TAKES_FORMAT) &&
		!(s->verb->has_own_format && s->verb->has_own_format()) &&
		(rc = tool_choose_format(s)) != RELAIS_OK)
		return rc;
	tool_progress_start(s);
	tool_guard(s);
	return tool_open_needed(s);
}

/* What stdout still holds must reach the other side, or it is said. */
static relais_status flush_stdout(struct session *s)
{
	if (fflush(stdout) == 0 && !ferror(stdout) && close(STDOUT_FILENO) == 0)
		return RELAIS_OK;
	if (errno == EPIPE)
		return RELAIS_OK;
	return tool_fail(s, RELAIS_E_IO, "cannot write to standard output: %s",
		relais_words(s->lang, strerror(errno)));
}

static bool is_closed_pipe(const relais_error *err)
{
	return strcmp(err->rule, "closed-pipe") == 0;
}

int tool_main(const struct tool *tool, int argc, char **argv)
{
	struct session s = { .tool = tool, .verb = tool->verbs[0], .lang = tool_locale() };
	relais_status rc;
	int code;

	signal(SIGPIPE, SIG_IGN);
	hold_standard_files();
	keep_memory();
	if (argc > 1 && strcmp(argv[1], "--complete") == 0)
		return tool_complete(tool, s.lang, argc - 2, argv + 2);
	s.err.lang = s.lang;
	s.command = join(argc, argv);
	s.operands = calloc((size_t)argc + 1, sizeof *s.operands);
	if (!s.operands || !s.command)
		rc = tool_fail(&s, RELAIS_E_MEMORY, "not enough memory");
	else
		rc = prepare(&s, argc, argv);
	if (rc == RELAIS_OK)
		rc = s.verb->run(&s);
	relais_store_close(s.store);
	tool_progress_erase(&s);
	if (rc == RELAIS_OK || rc == RELAIS_END)
		rc = flush_stdout(&s);
	else if (is_closed_pipe(&s.err))
		rc = RELAIS_OK;
	if (rc != RELAIS_OK)
		tool_say_error(&s);
	code = tool_exit_code(&s, rc);
	tool_forget(s.verb);
	free(s.operands);
	free(s.command);
	return code;
}
