"""The lines that follow from a calendar, and those that its people are counted by already."""

import itertools
import math
from datetime import date
from decimal import Decimal

from . import resolution

OWN = {"meals": "meals", "commute": "commute", "hotel": "hotel", "flat": "hotel"}
# What other lines serve if they say whose needs these are.
ROADS = ("car", "taxi", "two_wheeler", "transit", "van")
SPENT = {"hotel": "hotel", "catering": "meals", "restaurant": "meals", "food-drink": "meals", "fish": "meals",
         "land-transport": "commute", "chauffeur-car": "commute", "car-rental": "commute"}
POSTS = {"food": "meals", "transport": "commute", "accommodation": "hotel"}
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


def around(tables, place):
    """A place and what it lies in, up to its country."""
    place = tables.also.get(place, place)
    chain = [place]
    while place and (place := resolution.parent(tables, place)) and place != "WORLD":
        chain.append(place)
    return chain


def within(tables, place, other):
    """Whether one of two places lies in the other."""
    chain, others = around(tables, place), around(tables, other)
    return chain[0] in others or others[0] in chain


def served(line):
    """The needs that a line serves which says whose they are."""
    ((what, said),) = line["what"].items()
    if what == "spend":
        both = said["category"] == "accommodation-catering"
        return ["meals", "hotel"] if both else [SPENT.get(said["category"])]
    if what == "custom":
        return [POSTS.get(said["inline"]["post"])] if "inline" in said else []
    if what == "train":
        return ["commute"] if said.get("service", "average") in ("average", "regional") else []
    return ["commute"] if what in ROADS else ["meals"] if what == "groceries" else [OWN.get(what)]


def counts(tables, line, kind, people, block, production):
    if "corrects" in line:
        return False
    if "calendar" in line:
        return kind in served(line) and people["id"] in line["calendar"]
    (what,) = line["what"]
    if OWN.get(what) != kind:
        return False
    own, days = period(line.get("period") or production.get("period")), when(block)
    here = block.get("place", production.get("place", ""))
    return (within(tables, line.get("place", production.get("place", "")), here)
            and line.get("phase") in (None, block["phase"])
            and (own is None or days is None or own[0] <= days[1] and days[0] <= own[1]))


def quantity(line):
    """How much of a need a line counts, or nothing where it says it otherwise."""
    ((what, said),) = line["what"].items()
    names = {"meals": ("meals",) if "meals" in said else ("people", "days", "per_day"),
             "commute": ("people", "days"), "hotel": ("rooms", "nights")}.get(what)
    return names and math.prod(number(said[name]) for name in names)


def how_much(name, quantities):
    """The sum, if every one of them is known."""
    return {} if None in quantities else {name: text(sum(quantities))}


def text(value):
    value = format(value, "f")
    return value.rstrip("0").rstrip(".") if "." in value else value


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


def proposal(tables, production):
    found = {"format": 1, "lines": [], "open": [], "counted": []}
    for at, block in enumerate(production.get("calendar", [])):
        for index, people in enumerate(block.get("people", [])):
            days = number(people.get("days", block.get("days", len(block.get("dates", [])))))
            for kind, fields in FIELDS.items():
                if nobody(kind, people, days):
                    continue
                line = f"{people['id']}-{kind}"
                already = [one for one in production["lines"] if counts(tables, one, kind, people, block, production)]
                named = [one for one in already if "calendar" in one]
                missing = [f"/calendar/{at}/people/{index}/{field}" for field in fields if field not in people]
                planned = {} if missing and kind != "commute" else {"planned": text(amount(kind, people, days))}
                if already:
                    counted = {"people": people["id"], "kind": kind, "line": [one["id"] for one in named or already]}
                    found["counted"].append(counted | how_much("typed", list(map(quantity, named or already))) | planned)
                elif missing:
                    line = free(line, production)
                    found["open"].append({"line": line, "kind": kind, "people": people["id"], "fields": missing})
                else:
                    found["lines"].append({"line": line_of(free(line, production), kind, people, block, days)})
    return found


def amount(kind, people, days):
    persons, lodged = number(people["persons"]), number(people.get("lodged", 0))
    if kind == "commute":
        return (persons - lodged) * days
    return persons * days * number(people["meals"]) if kind == "meals" else number(people["rooms"]) * number(people["nights"])


def free(line, production):
    """The identifier, with the first number that makes it nobody else's."""
    taken = {one["id"] for one in production["lines"]}
    numbered = (f"{line}-{at}" for at in itertools.count(2))
    return line if line not in taken else next(name for name in numbered if name not in taken)


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
        said = ((name, value) for name, value in want.items() if name not in ("fr", "en"))
        return all(agrees(value, found.get(name)) if value is not None else name not in found for name, value in said)
    if isinstance(want, list):
        return len(want) == len(found) and all(map(agrees, want, found))
    # Of several lines that count the same people, any one may be named.
    return want in found if isinstance(found, list) else want == found
