/* SPDX-License-Identifier: MIT
 * The looks of the relay on a document, from its settings as known then.
 */
#ifndef REPORT_BRAND_H
#define REPORT_BRAND_H

#include "document.h"

void brand_add(relais_store *store, relais_day as_of, relais_document *d);

#endif
