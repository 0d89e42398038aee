/* SPDX-License-Identifier: MIT
 * lib/input/spool.c: files, pipes, standard input and memory, all read again from any place;
 * what cannot be, said.
 */
#include "input_files.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

static void what_cannot_be_opened(void **state)
{
	relais_error err = { 0 };
	source *s = NULL;

	(void)state;
	assert_int_equal(source_open(&s, "/", NULL, &err), RELAIS_E_IO);
	assert_string_equal(err.text, "cannot read '/': Is a directory");
	assert_int_equal(source_open(&s, "/nowhere/at all", NULL, &err), RELAIS_E_IO);
	assert_string_equal(
		err.text, "cannot read '/nowhere/at all': No such file or directory");
	assert_int_equal(source_open(&s, "/dev/null", NULL, &err), RELAIS_E_DATA);
	assert_string_equal(err.rule, "empty-file");
	assert_int_equal(source_open(&s, "/proc/self/mem", NULL, &err), RELAIS_E_IO);
	assert_string_equal(err.text, "cannot read '/proc/self/mem': Input/output error");
	assert_int_equal(source_open(&s, "/", NULL, NULL), RELAIS_E_IO);
	assert_null(s);
	source_close(s);
}

static void bytes_in_memory_are_a_source_like_others(void **state)
{
	relais_error err = { 0 };
	source *s = NULL;
	text got = { 0 };

	(void)state;
	assert_int_equal(source_open_bytes(&s, "list", BYTES("caf\xE9;1\n"), &err), RELAIS_OK);
	assert_string_equal(source_about(s)->name, "list");
	assert_int_equal(source_about(s)->bytes, 7);
	read_all(s, false, &got);
	assert_string_equal(text_str(&got), "café;1\n");
	source_close(s);
	s = NULL;
	assert_int_equal(source_open_bytes(&s, "list", BYTES(""), &err), RELAIS_E_DATA);
	assert_string_equal(err.rule, "empty-file");
	assert_string_equal(err.input, "list");
	assert_null(s);
	text_free(&got);
}

static void standard_input_is_read_as_often_as_wanted(void **state)
{
	file f = file_of(BYTES("caf\xE9;1\n"));
	int fd = open(f.path, O_RDONLY), kept = dup(STDIN_FILENO);
	relais_error err = { 0 };
	source *s = NULL;
	text got = { 0 };

	(void)state;
	assert_true(fd >= 0 && kept >= 0 && dup2(fd, STDIN_FILENO) == STDIN_FILENO);
	assert_int_equal(source_open(&s, "-", NULL, &err), RELAIS_OK);
	assert_string_equal(source_about(s)->name, "<stdin>");
	for (int i = 0; i < 2; i++) {
		read_all(s, false, &got);
		assert_string_equal(text_str(&got), "café;1\n");
	}
	source_close(s);
	assert_true(dup2(kept, STDIN_FILENO) == STDIN_FILENO);
	close(kept);
	close(fd);
	file_gone(&f);
	text_free(&got);
}

/* No room for the copy: said, not guessed from half of the file. */
static void a_full_disk_is_noticed(void **state)
{
	struct rlimit limit, small;
	file f = file_of(BYTES("office;value\nOT-22-004;12\n"));
	int fd = open(f.path, O_RDONLY), kept = dup(STDIN_FILENO);
	relais_error err = { 0 };
	source *s = NULL;
	relais_status rc;

	(void)state;
	assert_true(fd >= 0 && kept >= 0 && dup2(fd, STDIN_FILENO) == STDIN_FILENO);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
	small = limit;
	small.rlim_cur = 10;
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	rc = source_open(&s, "-", NULL, &err);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
	signal(SIGXFSZ, SIG_DFL);
	assert_int_equal(rc, RELAIS_E_IO);
	assert_string_equal(
		err.text, "cannot copy '<stdin>' to a temporary file: File too large");
	assert_true(dup2(kept, STDIN_FILENO) == STDIN_FILENO);
	close(kept);
	close(fd);
	file_gone(&f);
}

static void a_pipe_with_a_name_is_read(void **state)
{
	file f = file_of(BYTES(""));
	source *s = NULL;
	text got = { 0 };
	pid_t child;
	int how;

	(void)state;
	unlink(f.path);
	assert_int_equal(mkfifo(f.path, 0600), 0);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		int fd = open(f.path, O_WRONLY);

		_exit(fd < 0 || write(fd, "a;b\n", 4) != 4);
	}
	s = opened(&f, NULL, 3);
	assert_true(waitpid(child, &how, 0) == child && how == 0);
	read_all(s, false, &got);
	assert_string_equal(text_str(&got), "a;b\n");
	source_close(s);
	file_gone(&f);
	text_free(&got);
}

/* What was checked is no longer there: nothing but an error is safe. */
static void a_file_that_changes_is_noticed(void **state)
{
	static const struct {
		const char *before, *after;
		bool is_shorter;
	} rows[] = {
		{ "abcdefgh\n", "", true },
		{ "abcdefgh\n",
			"abc\xE9"
			"efgh\n",
			false },
		{ "abc\xC3\xA9"
		  "fgh\n",
			"abc\xE9"
			"efgh\n",
			false },
		{ "abc\xE9"
		  "efgh\n",
			"abc\x81"
			"efgh\n",
			false },
	};

	(void)state;
	for (size_t i = 0; i < LENGTH_OF(rows); i++) {
		file f = file_of(rows[i].before, strlen(rows[i].before));
		source *s = opened(&f, NULL, SOURCE_BLOCK);
		int fd = open(f.path, O_WRONLY | (rows[i].is_shorter ? O_TRUNC : 0));
		ssize_t size = (ssize_t)strlen(rows[i].after);
		relais_error err = { 0 };
		const char *block;
		size_t length;

		assert_true(fd >= 0 && write(fd, rows[i].after, (size_t)size) == size);
		close(fd);
		check(source_read(s, &block, &length, NULL, &err) == RELAIS_E_IO, "row %zu", i);
		check(strstr(err.text, "changed") != NULL, "row %zu: %s", i, err.text);
		source_close(s);
		file_gone(&f);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_cannot_be_opened),
		cmocka_unit_test(bytes_in_memory_are_a_source_like_others),
		cmocka_unit_test(standard_input_is_read_as_often_as_wanted),
		cmocka_unit_test(a_full_disk_is_noticed),
		cmocka_unit_test(a_pipe_with_a_name_is_read),
		cmocka_unit_test(a_file_that_changes_is_noticed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
