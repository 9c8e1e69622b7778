"""The warnings that follow from the tables, the sections and the masses, as (code, pointer): every one of these codes
that a vector expects is recomputed, and it expects no other. Those of other codes are pinned by hand alone."""

from . import kinds, prices, resolution

SECTIONS = ("production", "locations", "set-design", "costume-makeup", "transport", "logistics", "equipment",
            "post-production")
CODES = {"newer-factor", "expired-factor", "suspect-factor", "narrow-boundary", "section-empty",
         "perimeter-contradiction", "nothing-counted", "correction-exceeds", "carried-index", "older-part"}


def of_factor(chosen, year):
    """What is warned of a factor that a table has."""
    factor = chosen.factor
    if chosen.place == "named" and not factor.usable:
        yield "suspect-factor"
    if year is not None and chosen.period == "newer-year":
        yield "newer-factor"
    if year is not None and factor.valid_until is not None and year > factor.valid_until:
        yield "expired-factor"
    if factor.boundary in ("tank-to-wheel", "generation") and factor.value:
        yield "narrow-boundary"


def of_sections(production):
    """Sections about which nothing is said, and those that are said to be empty but are not."""
    filled = {line["section"] for line in production["lines"] if "section" in line}
    stated = {statement["section"]: statement["state"] for statement in production.get("perimeter", [])}
    if not filled and not stated:
        return
    for section in SECTIONS:
        if section not in filled and section not in stated:
            yield "section-empty"
        if section in filled and stated.get(section) in ("not-applicable", "checked-zero"):
            yield "perimeter-contradiction"


def of_corrections(priced, production):
    """The positions of corrections that leave less than nothing of their line."""
    masses = {}
    for one in priced:
        masses[one.line["id"]] = masses.get(one.line["id"], 0) + one.mass("counted")
    left = dict(masses)
    for at, line in enumerate(production["lines"]):
        if "corrects" in line:
            mass = masses.get(line["id"], 0)
            left[line["corrects"]] = left.get(line["corrects"], 0) + mass
            if mass < 0 and left[line["corrects"]] < 0:
                yield at


def warned(priced, production, tables):
    """All of them, sorted."""
    at = {line["id"]: position for position, line in enumerate(production["lines"])}
    found = [(code, "") for code in of_sections(production)]
    carried, used = set(), set()
    for one in priced:
        year = resolution.asked(one.line, production)
        codes = list(of_factor(one.resolution, year))
        factor = one.resolution.factor
        if factor.year and (one.resolution.set, factor.id) not in used:
            codes += ["older-part"] * any(part.vintage and part.vintage < factor.year for part in factor.parts)
        used.add((one.resolution.set, factor.id))
        for index in prices.carried(one.unit, one.resolution.factor, tables):
            codes += ["carried-index"] if index not in carried else []
            carried.add(index)
        found += [(code, f"/lines/{at[one.line['id']]}/what") for code in codes]
    for position, line in enumerate(production["lines"]):
        demands = kinds.demands(line, tables)
        if demands and not any(demand.quantity for demand in demands):
            found.append(("nothing-counted", f"/lines/{position}/what"))
    found += [("correction-exceeds", f"/lines/{position}/corrects") for position in of_corrections(priced, production)]
    return sorted(found)


def expected(problems):
    """Those of the recomputed codes that a vector expects, sorted; corrections of the budget are not among them."""
    of_budget = "/budget/"
    told = [(problem["code"], problem.get("pointer", "")) for problem in problems if problem["code"] in CODES]
    return sorted(one for one in told if not one[1].startswith(of_budget))
