/* SPDX-License-Identifier: MIT
 * Put before a tool by the loader, this has the system hand every call that touches a file back to the
 * process (seccomp, SIGSYS), whoever made it, SQLite or the C library deep inside a stream. Here it
 * is counted, recorded, done, failed, or the end. Which one: the plan (plan.h).
 *
 * A call that is really made has a last argument nobody else uses, by which the filter lets it pass.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

#include "plan.h"
#include "record.h"

#if defined __x86_64__
#define REGISTER(context, name) ((context)->uc_mcontext.gregs[REG_##name])
#define CALL_NUMBER(context)    REGISTER(context, RAX)
#define CALL_RESULT(context)    REGISTER(context, RAX)
#define ARGUMENTS_OF(context)                                                                  \
	{                                                                                      \
		REGISTER(context, RDI), REGISTER(context, RSI), REGISTER(context, RDX),        \
			REGISTER(context, R10), REGISTER(context, R8)                          \
	}
#elif defined __aarch64__
#define CALL_NUMBER(context) ((context)->uc_mcontext.regs[8])
#define CALL_RESULT(context) ((context)->uc_mcontext.regs[0])
#define ARGUMENTS_OF(context)                                                                  \
	{                                                                                      \
		(long)(context)->uc_mcontext.regs[0], (long)(context)->uc_mcontext.regs[1],    \
			(long)(context)->uc_mcontext.regs[2],                                  \
			(long)(context)->uc_mcontext.regs[3],                                  \
			(long)(context)->uc_mcontext.regs[4]                                   \
	}
#else
#error "how a system call has its arguments on this processor is not known here"
#endif

enum { ARGUMENTS = 5 }; /* that matter to us */
#define PASS 0x52656c61UL /* the last argument of a call of ours */

static struct plan *plan;

/* Made, whatever the filter says: the result, or -errno. */
static long make(long number, const long a[ARGUMENTS])
{
	long result = syscall(number, a[0], a[1], a[2], a[3], a[4], PASS);

	return result == -1 ? -errno : result;
}

#define MAKE(number, ...) make(number, (const long[ARGUMENTS]){ __VA_ARGS__ })

/* ---- the record ------------------------------------------------------------------------- */

static void put(const void *bytes, size_t length)
{
	const char *p = bytes;

	while (length) {
		long n = MAKE(SYS_write, plan->log, (long)p, (long)length);

		if (n <= 0)
			abort();
		p += n;
		length -= (size_t)n;
	}
}

static void record(deed what, uint64_t file, int64_t offset, const void *bytes, size_t length)
{
	struct record head = { .deed = (uint32_t)what,
		.length = (uint32_t)length,
		.file = file,
		.offset = offset };

	put(&head, sizeof head);
	put(bytes, length);
}

static void record_name(deed what, uint64_t file, const char *path)
{
	record(what, file, 0, path, strlen(path) + 1);
}

static void record_rename(const char *from, const char *to)
{
	char both[2 * PATH_MAX];
	size_t a = strlen(from) + 1, b = strlen(to) + 1;

	if (a > PATH_MAX || b > PATH_MAX)
		abort();
	memcpy(both, from, a);
	memcpy(both + a, to, b);
	record(DEED_RENAME, 0, 0, both, a + b);
}

/* What a call on a file that is open did; others change nothing that outlasts the program. */
static void record_change(call what, const long a[ARGUMENTS], bool at_place, long result)
{
	struct stat about;
	uint64_t file;

	if (plan->log < 0 || result < 0 || fstat((int)a[0], &about) != 0)
		return;
	file = (uint64_t)about.st_ino;
	if (what == CALL_SYNC)
		record(S_ISDIR(about.st_mode) ? DEED_SYNC_FOLDER : DEED_SYNC, file, 0, "", 0);
	else if (!S_ISREG(about.st_mode))
		return;
	else if (what == CALL_TRUNCATE)
		record(DEED_TRUNCATE, file, a[1], "", 0);
	else if (what == CALL_WRITE)
		record(DEED_WRITE, file,
			at_place ? a[3] : lseek((int)a[0], 0, SEEK_CUR) - result,
			(const void *)a[1], (size_t)result);
}

static void record_opening(const char *path, long flags, bool was_there, long fd)
{
	struct stat about;

	if (plan->log < 0 || fd < 0 || fstat((int)fd, &about) != 0 || !S_ISREG(about.st_mode))
		return;
	if (!was_there && (flags & O_CREAT))
		record_name(DEED_MAKE, (uint64_t)about.st_ino, path);
	else if (flags & O_TRUNC)
		record(DEED_TRUNCATE, (uint64_t)about.st_ino, 0, "", 0);
}

/* ---- the calls -------------------------------------------------------------------------- */

/* True: it fails, with *result. Being killed is for good. */
static bool is_to_fail(call what, long *result)
{
	if (what != CALL_READ && what != CALL_OPEN && plan_fails(plan, CALL_ANY))
		kill(getpid(), SIGKILL);
	if (!plan_fails(plan, what) || plan->way == WAY_SHORT)
		return false;
	*result = -plan->error;
	return true;
}

/* After it was counted: is half of this one enough? */
static long shortened(call what, long length)
{
	bool is_it =
		plan->call == what && plan->way == WAY_SHORT &&
		(plan->goes_on ? plan->made[what] >= plan->at : plan->made[what] == plan->at);

	return is_it && plan->at && length > 1 ? length / 2 : length;
}

static long transfer(call what, long number, const long a[ARGUMENTS], bool at_place)
{
	long result;

	if (a[0] == STDERR_FILENO) /* what went wrong is always heard */
		return make(number, a);
	if (is_to_fail(what, &result))
		return result;
	result = MAKE(number, a[0], a[1], shortened(what, a[2]), a[3]);
	if (what == CALL_WRITE)
		record_change(what, a, at_place, result);
	return result;
}

static long change(call what, long number, const long a[ARGUMENTS])
{
	long result;

	if (is_to_fail(what, &result))
		return result;
	result = make(number, a);
	record_change(what, a, false, result);
	return result;
}

static long open_file(long number, const long a[ARGUMENTS])
{
	const char *path = (const char *)a[1];
	bool was_there = faccessat((int)a[0], path, F_OK, 0) == 0;
	call what = !was_there && (a[2] & O_CREAT) ? CALL_CREATE : CALL_OPEN;
	long result;

	if (is_to_fail(what, &result))
		return result;
	result = make(number, a);
	record_opening(path, a[2], was_there, result);
	return result;
}

static long lock(long number, const long a[ARGUMENTS])
{
	long result;

	if (a[1] != F_SETLK && a[1] != F_SETLKW)
		return make(number, a);
	return is_to_fail(CALL_LOCK, &result) ? result : make(number, a);
}

static long rename_file(long number, const long a[ARGUMENTS], const char *from, const char *to)
{
	long result;

	if (is_to_fail(CALL_RENAME, &result))
		return result;
	result = make(number, a);
	if (plan->log >= 0 && result == 0)
		record_rename(from, to);
	return result;
}

static long remove_file(long number, const long a[ARGUMENTS], const char *path)
{
	long result;

	if (is_to_fail(CALL_REMOVE, &result))
		return result;
	result = make(number, a);
	if (plan->log >= 0 && result == 0)
		record_name(DEED_REMOVE, 0, path);
	return result;
}

static long close_file(long number, const long a[ARGUMENTS])
{
	long failed, result;

	if (a[0] == STDERR_FILENO || !is_to_fail(CALL_CLOSE, &failed))
		return make(number, a);
	result = make(number, a); /* it is closed all the same, as close(2) says */
	return result < 0 ? result : failed;
}

static long handle(long number, const long a[ARGUMENTS])
{
	switch (number) {
	case SYS_openat: return open_file(number, a);
	case SYS_read: return transfer(CALL_READ, number, a, false);
	case SYS_pread64: return transfer(CALL_READ, number, a, true);
	case SYS_write: return transfer(CALL_WRITE, number, a, false);
	case SYS_pwrite64: return transfer(CALL_WRITE, number, a, true);
	case SYS_fsync:
	case SYS_fdatasync: return change(CALL_SYNC, number, a);
	case SYS_ftruncate: return change(CALL_TRUNCATE, number, a);
	case SYS_fcntl: return lock(number, a);
	case SYS_close: return close_file(number, a);
#ifdef SYS_rename
	case SYS_rename: return rename_file(number, a, (const char *)a[0], (const char *)a[1]);
#endif
	case SYS_renameat:
	case SYS_renameat2:
		return rename_file(number, a, (const char *)a[1], (const char *)a[3]);
#ifdef SYS_unlink
	case SYS_unlink: return remove_file(number, a, (const char *)a[0]);
#endif
	case SYS_unlinkat: return remove_file(number, a, (const char *)a[1]);
	default: plan->strange = true; return make(number, a);
	}
}

static void trapped(int signal, siginfo_t *about, void *context)
{
	ucontext_t *c = context;
	const long arguments[ARGUMENTS] = ARGUMENTS_OF(c);
	int was = errno;

	(void)signal;
	(void)about;
	CALL_RESULT(c) = handle((long)CALL_NUMBER(c), arguments);
	errno = was;
}

/* ---- putting it there --------------------------------------------------------------------- */

/* The last ones are not made by our tools, and would go unseen: they are told as strange. */
static const long numbers[] = { SYS_openat, SYS_read, SYS_pread64, SYS_write, SYS_pwrite64,
	SYS_fsync, SYS_fdatasync, SYS_ftruncate, SYS_fcntl, SYS_close, SYS_renameat,
	SYS_renameat2, SYS_unlinkat,
#ifdef SYS_rename
	SYS_rename,
#endif
#ifdef SYS_unlink
	SYS_unlink, SYS_open, SYS_creat, SYS_link, SYS_symlink,
#endif
	SYS_linkat, SYS_symlinkat, SYS_truncate, SYS_writev, SYS_pwritev, SYS_pwritev2,
	SYS_fallocate, SYS_copy_file_range, SYS_sendfile, SYS_splice, SYS_sync_file_range,
	SYS_syncfs, SYS_flock };

enum { NUMBERS = sizeof numbers / sizeof *numbers, LAST_ARGUMENT = 5 };

#define LOAD(field)  BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (field))
#define ANSWER(what) BPF_STMT(BPF_RET | BPF_K, (what))

/* The lower half of the last argument tells ours (little-endian); else each number is looked for. */
static bool install_filter(void)
{
	struct sock_filter program[NUMBERS + 6] = {
		LOAD(offsetof(struct seccomp_data, args) + 8 * LAST_ARGUMENT),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, PASS, NUMBERS + 1, 0),
		LOAD(offsetof(struct seccomp_data, nr)),
	};
	struct sock_fprog all = { .len = NUMBERS + 5, .filter = program };

	for (int i = 0; i < NUMBERS; i++)
		program[3 + i] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K,
			(uint32_t)numbers[i], (uint8_t)(NUMBERS - i), 0);
	program[3 + NUMBERS] = (struct sock_filter)ANSWER(SECCOMP_RET_ALLOW);
	program[4 + NUMBERS] = (struct sock_filter)ANSWER(SECCOMP_RET_TRAP);
	return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
	       prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &all) == 0;
}

__attribute__((constructor)) static void begin(void)
{
	struct sigaction action = { .sa_sigaction = trapped, .sa_flags = SA_SIGINFO };
	const char *said = getenv(PLAN_VARIABLE);

	if (!said)
		return;
	if (strcmp(said, "-") == 0) /* just to see */
		_exit(install_filter() ? 0 : 125);
	plan = (struct plan *)syscall(SYS_mmap, NULL, sizeof *plan, PROT_READ | PROT_WRITE,
		MAP_SHARED, atoi(said), 0); // NOLINT, memory.c has another mmap
	if (plan == MAP_FAILED || sigaction(SIGSYS, &action, NULL) != 0 || !install_filter())
		_exit(125);
}
