/* SPDX-License-Identifier: MIT
 * The store's figure_id: what a figure is of, in one number that orders by indicator, period and
 * office (schema.sql).
 */
#ifndef STORE_FIGURE_H
#define STORE_FIGURE_H

#include "../base/period.h"

enum { FIGURE_MAX_OFFICE = 0x3fffffff };

static inline uint64_t figure_id(int64_t indicator_id, relais_period period, int64_t office_id)
{
	return (uint64_t)indicator_id << 48 | (uint64_t)(uint32_t)period << 30 |
	       (uint64_t)office_id;
}
static inline int64_t figure_indicator(uint64_t id)
{
	return (int64_t)(id >> 48);
}
static inline relais_period figure_period(uint64_t id)
{
	return (relais_period)(id >> 30 & PERIOD_LAST);
}
static inline int64_t figure_office(uint64_t id)
{
	return (int64_t)(id & FIGURE_MAX_OFFICE);
}

#endif
