/* SPDX-License-Identifier: MIT
 * What a relay may put on its pages: colours by the contrast of WCAG, logos by what is in them.
 */
#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <math.h>
#include <cmocka.h>

#include "../../lib/model/brand.h"

/* The greys are those that WCAG's own techniques give as the border of 4.5 to 1. */
static void contrast(void **state)
{
	static const struct {
		const char *a, *b;
		double ratio;
	} cases[] = {
		{ "#000000", "#ffffff", 21 },
		{ "#ffffff", "#000000", 21 },
		{ "#FFFFFF", "#ffffff", 1 },
		{ "#767676", "#ffffff", 4.54 },
		{ "#777777", "#ffffff", 4.48 },
		{ "#ff0000", "#ffffff", 4.00 },
		{ "#0000ff", "#ffffff", 8.59 },
		{ "#fff", "#ffffff", 0 },
		{ "white", "#ffffff", 0 },
		{ "#12345g", "#ffffff", 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		if (fabs(colour_contrast(cases[i].a, cases[i].b) - cases[i].ratio) > 0.005)
			fail_msg("%s on %s: %f", cases[i].a, cases[i].b,
				colour_contrast(cases[i].a, cases[i].b));
	assert_true(colour_is_for_light("#767676"));
	assert_false(colour_is_for_light("#777777"));
	assert_true(colour_is_for_dark("#74cbe0"));
	assert_false(colour_is_for_dark("#0b5a70"));
}

static void logos(void **state)
{
	static const struct {
		const char *value;
		bool is_safe;
	} cases[] = {
		/* the first eight bytes of a PNG and one more */
		{ "data:image/png;base64,iVBORw0KGgoA", true },
		{ "data:image/jpeg;base64,/9j/4AAQ", true },
		{ "data:image/jpeg;base64,iVBORw0KGgoA", false }, /* says it is another */
		{ "data:image/png;base64,iVBORw0KGgo", false }, /* no padding */
		{ "data:image/png;base64,", false },
		{ "data:image/gif;base64,R0lGODlh", false },
		{ "data:text/html;base64,iVBORw0KGgoA", false },
		{ "https://example.org/logo.png", false }, { "", false },
		{ "data:image/svg+xml;base64,PHN2Zy8+", true }, /* <svg/> */
		{ "data:image/svg+xml;base64,PHNjcmlwdC8+", false }, /* <script/> */
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		if (logo_is_safe(cases[i].value) != cases[i].is_safe)
			fail_msg("%s", cases[i].value);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(contrast),
		cmocka_unit_test(logos) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
