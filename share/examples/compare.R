# SPDX-License-Identifier: MIT
# compare.R STORE INDICATOR PERIOD - an indicator against the year before, category by category, as CSV:
# what compare.py does, from R. Wants DBI and RSQLite (r-cran-rsqlite).
#   compare.R /srv/relais/relais.db contacts_guichet 2025-08
library(DBI)

asked <- commandArgs(trailingOnly = TRUE)
if (length(asked) != 3) {
	cat("usage: compare.R STORE INDICATOR PERIOD\n", file = stderr())
	quit(status = 1)
}
# SQLITE_RO: the store is not changed, and not made where there is none
store <- dbConnect(RSQLite::SQLite(), asked[1], flags = RSQLite::SQLITE_RO)
rows <- dbGetQuery(store, "
SELECT o.category, count(*) AS offices, sum(c.units) / s.scale AS value,
       sum(c.previous_units) / s.scale AS previous
  FROM v_compared AS c
  JOIN v_office AS o ON o.code = c.unit
  JOIN v_scale AS s ON s.decimals = c.decimals
 WHERE c.indicator = ? AND c.period = ? AND c.counts = 1
 GROUP BY o.category, s.scale
 ORDER BY o.category
", params = list(asked[2], asked[3]))
dbDisconnect(store)

# a change of nothing is none
change <- 100 * (rows$value - rows$previous) / rows$previous
rows$evolution <- ifelse(rows$previous == 0, NA, sprintf("%.1f", change))
write.csv(rows, row.names = FALSE, quote = FALSE, na = "")
