/* SPDX-License-Identifier: MIT
 * What the test program tells the libraries it puts before a tool (trap.c, memory.c), and what they
 * tell it back, in memory that all three share.
 */
#ifndef FAULTS_PLAN_H
#define FAULTS_PLAN_H

#include <stdbool.h>

/* Calls that can fail, each counted by itself. */
typedef enum call {
	CALL_OPEN, /* of a file that is there */
	CALL_CREATE,
	CALL_READ,
	CALL_WRITE,
	CALL_SYNC,
	CALL_TRUNCATE,
	CALL_LOCK,
	CALL_RENAME,
	CALL_REMOVE,
	CALL_CLOSE,
	CALL_MAP, /* memory that is shared with other programs: SQLite's index of its log */
	CALL_ALLOCATE,
	CALL_ANY, /* whatever of the above changes something: where a program is killed */
	CALLS
} call;

typedef enum way {
	WAY_ERROR, /* the call does nothing and gives `error` */
	WAY_SHORT, /* half of what is to be read or written is */
	WAY_KILL
} way;

struct plan {
	call call;
	way way;
	int error;
	long at; /* the n-th of that call, from 1; 0: none */
	bool goes_on; /* and every one after it */
	int log; /* file to record changes in, -1: none (record.h) */
	/* told back */
	long made[CALLS];
	bool hit;
	bool strange; /* a system call was made that the library knows nothing of */
};

/* The descriptor of that memory, in the environment of the tool; "-": do but see whether calls can be had. */
#define PLAN_VARIABLE "RELAIS_FAULT_PLAN"

/* Counts a call; true: it is one of those to fail. */
static inline bool plan_fails(struct plan *p, call made)
{
	long n = ++p->made[made];

	if (p->call != made || !p->at || (p->goes_on ? n < p->at : n != p->at))
		return false;
	p->hit = true;
	return true;
}

#endif
