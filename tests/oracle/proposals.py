"""The lines that follow from a calendar, and those that its people are counted by already."""

from datetime import date
from decimal import Decimal

NEEDS = {"meals": "meals", "commute": "commute", "hotel": "hotel", "flat": "hotel"}
FIELDS = {"meals": ("meals",), "commute": ("distance", "modes"), "hotel": ("rooms", "nights")}


def number(value):
    return Decimal(str(value))


def period(typed):
    """(first day, last day), or nothing."""
    if not typed:
        return None
    if "year" in typed:
        return date(int(typed["year"]), 1, 1), date(int(typed["year"]), 12, 31)
    return date.fromisoformat(typed["from"]), date.fromisoformat(typed["to"])


def when(block):
    dates = sorted(date.fromisoformat(day) for day in block.get("dates", []))
    return (dates[0], dates[-1]) if dates else period(block.get("period"))


def within(place, other):
    """Whether one of two places lies in the other."""
    return place == other or place.split("-")[0] == other or other.split("-")[0] == place


def counts(line, kind, people, block, production):
    (what,) = line["what"]
    if NEEDS.get(what) != kind or "corrects" in line:
        return False
    if line.get("calendar"):
        return people["id"] in line["calendar"]
    own, days = period(line.get("period") or production.get("period")), when(block)
    here = block.get("place", production.get("place", ""))
    return (within(line.get("place", production.get("place", "")), here)
            and line.get("phase") in (None, block["phase"])
            and (own is None or days is None or own[0] <= days[1] and days[0] <= own[1]))


def texts(value):
    """What was typed, with every number as its text."""
    if isinstance(value, dict):
        return {name: texts(item) for name, item in value.items()}
    if isinstance(value, list):
        return [texts(item) for item in value]
    return format(Decimal(value), "f") if isinstance(value, (int, Decimal)) and not isinstance(value, bool) else value


def what(kind, people, days):
    home = number(people["persons"]) - number(people.get("lodged", 0))
    if kind == "meals":
        return {"people": people["persons"], "days": days, "per_day": people["meals"]}
    if kind == "hotel":
        return {"rooms": people["rooms"], "nights": people["nights"]}
    return {"people": home, "days": days, "distance": people["distance"], "return": True, "modes": people["modes"]}


def nobody(kind, people, days):
    """Whether the calendar says that there is nothing of a kind."""
    persons, lodged = number(people["persons"]), number(people.get("lodged", 0))
    heads = {"meals": persons, "commute": persons - lodged, "hotel": lodged}[kind]
    given = [people[field] for field in FIELDS[kind] if field in people and field != "modes"]
    given = [value["value"] if isinstance(value, dict) else value for value in given]
    return days == 0 or heads == 0 or any(number(value) == 0 for value in given)


def proposal(production):
    found = {"format": 1, "lines": [], "open": [], "counted": []}
    for at, block in enumerate(production.get("calendar", [])):
        for index, people in enumerate(block.get("people", [])):
            days = number(people.get("days", block.get("days", len(block.get("dates", [])))))
            for kind, fields in FIELDS.items():
                if nobody(kind, people, days):
                    continue
                line = f"{people['id']}-{kind}"
                already = [one["id"] for one in production["lines"] if counts(one, kind, people, block, production)]
                missing = [f"/calendar/{at}/people/{index}/{field}" for field in fields if field not in people]
                if already:
                    found["counted"].append({"people": people["id"], "kind": kind, "line": already})
                elif missing:
                    found["open"].append({"line": line, "kind": kind, "people": people["id"], "fields": missing})
                else:
                    found["lines"].append({"line": line_of(line, kind, people, block, days)})
    return found


def line_of(line, kind, people, block, days):
    made = {"id": line, "section": "transport" if kind == "commute" else "logistics", "calendar": [people["id"]],
            "derived": True, "what": {kind: texts(what(kind, people, days))}}
    made |= {field: block[field] for field in ("phase", "place", "work") if field in block}
    if when(block):
        made["period"] = dict(zip(("from", "to"), map(date.isoformat, when(block))))
    return made


def agrees(want, found):
    """Whether what a vector names is in the proposal; the sentences for people are the vector's own."""
    if isinstance(want, dict):
        return all(name in ("fr", "en") or agrees(value, found.get(name)) for name, value in want.items())
    if isinstance(want, list):
        return len(want) == len(found) and all(map(agrees, want, found))
    # Of several lines that count the same people, any one may be named.
    return want in found if isinstance(found, list) else want == found
