/* SPDX-License-Identifier: MIT
 * Put before a tool by the loader, this counts what asks for memory, in the tool and in every library it
 * uses, and lets the plan (plan.h) refuse it.
 */
#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "plan.h"

/* Where the C library really has its memory. */
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);

void *mmap64(void *at, size_t length, int protection, int flags, int fd, off_t offset);

static struct plan *plan;

static void *map(void *at, size_t length, int protection, int flags, int fd, off_t offset)
{
	return (void *)syscall(SYS_mmap, at, length, protection, flags, fd, offset); // NOLINT
}

static bool is_refused(call what)
{
	if (!plan || !plan_fails(plan, what))
		return false;
	errno = plan->error;
	return true;
}

void *malloc(size_t size)
{
	return is_refused(CALL_ALLOCATE) ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
	return is_refused(CALL_ALLOCATE) ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
	return is_refused(CALL_ALLOCATE) ? NULL : __libc_realloc(old, size);
}

void *mmap(void *at, size_t length, int protection, int flags, int fd, off_t offset)
{
	bool is_shared = fd >= 0 && (flags & MAP_SHARED);

	return is_shared && is_refused(CALL_MAP)
		       ? MAP_FAILED
		       : map(at, length, protection, flags, fd, offset);
}

void *mmap64(void *at, size_t length, int protection, int flags, int fd, off_t offset)
{
	return mmap(at, length, protection, flags, fd, offset);
}

__attribute__((constructor)) static void begin(void)
{
	const char *said = getenv(PLAN_VARIABLE);
	struct plan *shared;

	if (!said)
		return;
	shared = map(NULL, sizeof *plan, PROT_READ | PROT_WRITE, MAP_SHARED, atoi(said), 0);
	if (shared == MAP_FAILED)
		_exit(125);
	plan = shared;
}
