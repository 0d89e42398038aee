/* SPDX-License-Identifier: MIT
 * How many rows are staged in memory at once. In a file of its own, so that a test under valgrind puts
 * a smaller one in its place and crosses chunks with a hundredth of the rows.
 */
#include "staging_inside.h"

size_t staging_chunk(void)
{
	return (size_t)1 << 19;
}
