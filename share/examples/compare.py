# SPDX-License-Identifier: MIT
"""compare.py STORE INDICATOR PERIOD - an indicator against the year before, category by category, as CSV

The views of relais-sql(5) from Python: sums of whole units, which are exact, of those who have both figures.
Nothing in views is protected: `rt-observatory protect` is for what leaves the relais.
  compare.py /srv/relais/relais.db contacts_guichet 2025-08
"""
import csv
import sqlite3
import sys
from pathlib import Path

QUERY = """
SELECT o.category, count(*) AS offices, sum(c.units) / s.scale AS value,
       sum(c.previous_units) / s.scale AS previous
  FROM v_compared AS c
  JOIN v_office AS o ON o.code = c.unit
  JOIN v_scale AS s ON s.decimals = c.decimals
 WHERE c.indicator = ? AND c.period = ? AND c.counts = 1
 GROUP BY o.category, s.scale
 ORDER BY o.category
"""

if len(sys.argv) != 4:
    sys.exit(__doc__)
path, indicator, period = sys.argv[1:]
try:
    # mode=ro: the store is not changed, and not made where there is none
    store = sqlite3.connect(Path(path).resolve().as_uri() + "?mode=ro", uri=True)
    rows = store.execute(QUERY, (indicator, period)).fetchall()
except sqlite3.Error as error:
    sys.exit(f"compare.py: {path}: {error}")
out = csv.writer(sys.stdout, lineterminator="\n")
out.writerow(["category", "offices", "value", "previous", "evolution"])
for category, offices, value, previous in rows:
    evolution = f"{100 * (value - previous) / previous:.1f}" if previous else ""
    out.writerow([category, offices, f"{value:.10g}", f"{previous:.10g}", evolution])
