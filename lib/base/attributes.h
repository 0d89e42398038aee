/* SPDX-License-Identifier: MIT
 * Contracts the compiler checks.
 */
#ifndef BASE_ATTRIBUTES_H
#define BASE_ATTRIBUTES_H

#define MUST_CHECK        __attribute__((warn_unused_result))
#define PRINTF_LIKE(f, a) __attribute__((format(printf, f, a)))
#define FORMAT_OF(n)      __attribute__((format_arg(n)))

#endif
