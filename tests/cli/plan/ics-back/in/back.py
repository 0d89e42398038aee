"""What two other libraries read of a calendar, beside the rows it was made of."""
import csv
import sys

import icalendar
import vobject

raw = open(sys.argv[1], "rb").read()
rows = {r["uid"]: r for r in csv.DictReader(open(sys.argv[2], encoding="utf-8"))}
whole = icalendar.Calendar.from_ical(raw)
assert str(whole["NAME"]) == str(whole["X-WR-CALNAME"]) == sys.argv[3], str(whole["NAME"])
seen = places = 0
for entry in whole.walk():
    if entry.name not in ("VEVENT", "VTODO"):
        continue
    row = rows[str(entry["UID"])]
    title = (row["code"] + " " if row["code"] else "") + row["title"]
    assert str(entry["SUMMARY"]) == title, (str(entry["SUMMARY"]), title)
    assert int(entry["SEQUENCE"]) == int(row["sequence"])
    if entry.name == "VTODO":
        assert entry["DUE"].dt.isoformat() == (row["due"] or row["start"])
    else:
        assert entry["DTSTART"].dt.isoformat() == row["start"]
        assert (entry["DTEND"].dt - entry["DTSTART"].dt).days >= 1
    assert str(entry.get("LOCATION", "")) == row["place"], row["place"]
    alarms = [a for a in entry.walk("VALARM")]
    assert len(alarms) == len(row["alarms"].split())
    seen += 1
    places += "LOCATION" in entry
assert seen == len(rows), (seen, len(rows))
parsed = vobject.readOne(raw.decode("utf-8"))
parsed.serialize(validate=True)
assert len(parsed.vevent_list) + len(parsed.vtodo_list) == seen
assert {str(e.uid.value): e.location.value for e in parsed.vevent_list if hasattr(e, "location")} == {
    u: r["place"] for u, r in rows.items() if r["place"]
}
print(places, "places; read back:", "all" if seen > 50 else seen)
