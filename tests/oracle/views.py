"""Views and indicators: sums over the lines that were priced."""

from fractions import Fraction

from .decimals import fraction, kilograms, rounded
from .price import largest_remainder

POSTS = (
    "transport goods food equipment post-production services generators accommodation electricity heating data "
    "waste air-conditioning buildings"
).split()
SECTIONS = "production locations set-design costume-makeup transport logistics equipment post-production".split()
PHASES = "development preparation shoot post-production delivery".split()
PARTS = (
    "whole upstream combustion generation transmission manufacture transport collection treatment incineration "
    "fugitive contrails energy inputs end-of-life other unallocated"
).split()
KINDS = (
    "electricity generator heating cooling refrigerant remote_work car train transit taxi two_wheeler commute plane "
    "aircraft boat van lorry freight hotel flat meals drinks groceries water waste material costume furniture equipment "
    "render storage transfer spend custom"
).split()
GASES = "co2 ch4 ch4-fossil ch4-biogenic n2o sf6 other unallocated".split()
ACCOUNTS = "counted biogenic avoided offset".split()
WORDS = {
    "post": POSTS, "section": SECTIONS, "phase": PHASES, "kind": KINDS, "part": PARTS, "gas": GASES,
    "account": ACCOUNTS,
}


def number(work):
    """How many a part of the work stands for."""
    return fraction(work.get("count", 1))


def minutes_of_one(work):
    """Those of its parts if all of them have some; else its own, if it has any; else those of some of its parts."""
    of_parts = [minutes(part) for part in work.get("parts", [])]
    if of_parts and (all(of_parts) or "minutes" not in work):
        return sum(of_parts)
    return fraction(work.get("minutes", 0))


def days_of_one(work):
    return fraction(work["days"]) if "days" in work else sum(map(days, work["parts"]))


def all_of_it(work, one):
    """An extent of all that a part stands for, from that of one: an exception has its own, or that of the others."""
    total, alike = Fraction(0), number(work)
    for exception in work.get("exceptions", []):
        total += all_of_it({**work, **{"exceptions": [], "count": 1}, **exception}, one)
        alike -= number(exception)
    return total + alike * one(work)


def minutes(work):
    """The content minutes of all that a part of the work stands for."""
    return all_of_it(work, minutes_of_one)


def days(work):
    """The shooting days of all that a part of the work stands for."""
    return all_of_it(work, days_of_one)


def works(production):
    """Every part of the work, depth first, by id; an exception with what it has from the others."""
    found, waiting = {}, list(production.get("work", []))
    while waiting:
        work = waiting.pop(0)
        found[work["id"]] = work
        like = {name: value for name, value in work.items() if name not in ("exceptions", "count", "parts")}
        exceptions = [{**like, **exception} for exception in work.get("exceptions", [])]
        waiting = list(work.get("parts", [])) + exceptions + waiting
    return found


def shares(written, production):
    """(part, share) of a line's `work`."""
    ids = written["parts"]
    share = written.get("share", "equal")
    if share == "weights":
        weights = [fraction(weight) for weight in written["weights"]]
    elif share == "minutes":
        weights = [minutes(works(production)[id]) for id in ids]
    elif share == "days":
        weights = [days(works(production)[id]) for id in ids]
    else:
        weights = [number(works(production)[id]) for id in ids]
    return [(id, weight / sum(weights)) for id, weight in zip(ids, weights)]


def by_work(line, production, mass):
    written = line.get("work")
    if not written:
        return [("", mass)]
    parts = shares(written, production)
    return list(zip([id for id, _ in parts], largest_remainder(mass, [mass * share for _, share in parts])))


def groups_of(axis, priced, entry, production):
    """(group, mass) of one entry."""
    line = priced.line
    if axis in ("part", "gas", "account"):
        return [(getattr(entry, axis), entry.mass)]
    if axis == "post":
        group = priced.post
    elif axis == "kind":
        group = next(iter(line["what"]))
    elif axis == "country":
        group = (line.get("place") or production.get("place") or "WORLD").partition("-")[0]
    elif axis.startswith("label:"):
        name = axis.partition(":")[2]
        group = next((label["value"] for label in line.get("labels", []) if label["name"] == name), "")
    else:
        group = line.get(axis, "")
    return [(group, entry.mass)]


def view(axis, account, footprint, production):
    sums = {}
    if axis == "work":
        # All of a line is shared at once, so that it is rounded once.
        masses = {}
        for priced in footprint:
            masses.setdefault(priced.line["id"], [priced.line, 0])[1] += priced.mass(account)
        for line, mass in masses.values():
            for group, share in by_work(line, production, mass):
                sums[group] = sums.get(group, 0) + share
    for priced in footprint if axis != "work" else ():
        for entry in priced.entries:
            if entry.account == account:
                for group, mass in groups_of(axis, priced, entry, production):
                    sums[group] = sums.get(group, 0) + mass
    words = list(works(production)) if axis == "work" else WORDS.get(axis) or sorted(sums)
    order = [word for word in words if word] + [""]
    return [{"group": word, "kgco2e": kilograms(sums[word])} for word in order if sums.get(word)]


def total(footprint, account):
    return sum(entry.mass for priced in footprint for entry in priced.entries if entry.account == account)


def listed(written, leaf):
    """A number, or the sum of a list of objects that hold one."""
    if isinstance(written, list):
        return sum(fraction(item[leaf]) for item in written)
    return fraction(written)


def money(written):
    """(amount in single units, currency)"""
    unit = written["unit"]
    return fraction(written["value"]) * (1000 if unit.startswith("k") else 1), unit.removeprefix("k")


def budget(written):
    """The budget by currency, in single units: its amount, or the sum of its lines."""
    sums = {}
    for part in written if isinstance(written, list) else [written]:
        amounts = [part["amount"]] if "amount" in part else [line["amount"] for line in part["lines"]]
        for value, currency in map(money, amounts):
            sums[currency] = sums.get(currency, 0) + value
    return sums


def in_thousands(written):
    """Whether every amount of the budget counts thousands, so that the indicator is per 1,000 of those."""
    parts = written if isinstance(written, list) else [written]
    return all("amount" in part and part["amount"]["unit"].startswith("k") for part in parts)


def shooting_days(production):
    if "shooting_days" in production:
        return listed(production["shooting_days"], "days")
    # A shooting day is one of the main unit; other units work beside it.
    shooting = [block for block in production["calendar"]
                if block["phase"] == "shoot" and block.get("unit", "main") == "main"]
    return sum(fraction(block.get("days", len(block.get("dates", [])))) for block in shooting)


def indicator(name, footprint, production):
    counted = total(footprint, "counted")
    if name == "per-hour":
        return rounded(Fraction(counted * 60, 10**9) / sum(minutes(work) for work in production["work"]), 9)
    if name == "per-shooting-day":
        return rounded(Fraction(counted, 10**9) / shooting_days(production), 9)
    if name == "per-1000":
        sums = list(budget(production["budget"]).values())
        if len(sums) > 1:
            return None
        units = 1000 if in_thousands(production["budget"]) else 1
        return rounded(Fraction(counted * 1000 * units, 10**9) / sums[0], 9)
    if name == "derived-share":
        # A correction rests on what the line that it corrects rests on.
        proposed = {line["id"] for line in production["lines"] if line.get("derived") and "corrects" not in line}
        derived = [priced for priced in footprint if priced.line.get("corrects", priced.line["id"]) in proposed]
        return rounded(Fraction(total(derived, "counted"), counted), 6) if derived else None
    monetary = total([priced for priced in footprint if "spend" in priced.line["what"]], "counted")
    share = Fraction(monetary, counted)
    return rounded(share if name == "monetary-share" else 1 - share, 6)
