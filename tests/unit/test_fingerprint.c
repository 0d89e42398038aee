/* SPDX-License-Identifier: MIT
 * Fingerprints: the published vectors, and any way of cutting the stream.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../../lib/base/fingerprint.h"

static void vectors(void **state)
{
	static const char *const rows[][2] = {
		{ "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
		{ "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
		{ "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
			"248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		fingerprint f;
		char hex[65];

		fingerprint_start(&f);
		fingerprint_add(&f, rows[i][0], strlen(rows[i][0]));
		fingerprint_end(&f, hex);
		if (strcmp(hex, rows[i][1]) != 0)
			fail_msg("'%s': %s", rows[i][0], hex);
	}
}

static void cut_anywhere(void **state)
{
	char bytes[300], whole[65], parts[65];
	fingerprint f;

	(void)state;
	for (size_t i = 0; i < sizeof bytes; i++)
		bytes[i] = (char)(i * 7 % 127);
	fingerprint_start(&f);
	fingerprint_add(&f, bytes, sizeof bytes);
	fingerprint_end(&f, whole);
	for (size_t cut = 0; cut <= sizeof bytes; cut++) {
		fingerprint_start(&f);
		fingerprint_add(&f, bytes, cut);
		fingerprint_add(&f, bytes + cut, sizeof bytes - cut);
		fingerprint_end(&f, parts);
		if (strcmp(parts, whole) != 0)
			fail_msg("cut at %zu", cut);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(vectors),
		cmocka_unit_test(cut_anywhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
