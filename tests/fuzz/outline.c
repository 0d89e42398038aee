/* SPDX-License-Identifier: MIT
 * What a relay makes of a report, in an INI file with Markdown in it: refused with its line, or a page in which
 * nothing of those words has become HTML of its own.
 */
#include "fuzz.h"

#include <sys/mman.h>
#include <unistd.h>

#include "../../lib/report/document.h"
#include "../../lib/report/outline.h"

static relais_document *report(void)
{
	relais_document *d = document_new(RELAIS_FR);

	if (!d)
		abort();
	for (const outline_section *s = report_sections("monthly"); s->anchor; s++)
		(void)section_paragraph(d, document_section(d, s->anchor, s->title), s->title);
	return d;
}

static void write_as(const relais_document *d, const char *format)
{
	relais_style style = { .lang = RELAIS_FR, .title = "Note", .is_fragment = true };
	relais_error err = { 0 };
	char *page = NULL;
	size_t size = 0;
	FILE *out = open_memstream(&page, &size);

	if (!out)
		abort();
	require(relais_document_write(d, format, &style, out, &err) == RELAIS_OK, "%s: %s",
		format, err.text);
	fclose(out);
	require(text_valid_utf8(page, size) == size, "%s is no UTF-8", format);
	if (!strcmp(format, "html"))
		require(!strcasestr(page, "<script") && !strcasestr(page, "<img") &&
				!strcasestr(page, "<iframe") &&
				!strcasestr(page, "href=\"javascript") &&
				!strcasestr(page, "href=\"data"),
			"%s", page);
	free(page);
}

static void apply(const relais_outline *outline)
{
	relais_document *d = report();
	relais_error err = { 0 };
	relais_status rc = relais_outline_apply(outline, d, &err);

	fuzz_check_end(rc, &err);
	if (rc == RELAIS_OK) {
		write_as(d, "html");
		write_as(d, "text");
		write_as(d, "md");
	}
	relais_document_free(d);
}

static void one(const char *bytes, size_t length)
{
	int fd = memfd_create("outline", MFD_CLOEXEC);
	relais_outline *outline;
	relais_error err = { 0 };
	relais_status rc;
	char path[64];

	/* other files are none of its business, and may be endless */
	if (fd < 0 || strstr(bytes, "file"))
		goto end;
	if (write(fd, bytes, length) != (ssize_t)length)
		abort();
	snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
	rc = relais_outline_read(&outline, "monthly", path, &err);
	fuzz_check_end(rc, &err);
	if (rc == RELAIS_OK)
		apply(outline);
	relais_outline_free(outline);
end:
	if (fd >= 0)
		close(fd);
}

const fuzz_target fuzz_outline = { NULL, one };
