"""A whole production, from its text to its ledger."""

import json
from dataclasses import dataclass
from decimal import Decimal

from . import gwp, kinds, price, prices, resolution, travel, uncertainty, views, warned
from .decimals import kilograms


@dataclass
class Priced:
    line: dict
    post: str
    resolution: resolution.Resolution
    entries: list
    unit: str = ""

    def mass(self, account):
        return sum(entry.mass for entry in self.entries if entry.account == account)


def read(text):
    return json.loads(text, parse_float=Decimal)


def post_of(demand, chosen, tables):
    if demand.inline:
        return demand.inline["post"]
    if demand.post:
        return demand.post
    key = demand.key or next(iter(chosen.factor.keys), None)
    return tables.keys[key]["post"] if key in tables.keys else ""


INHERITED = ("place", "period", "work", "factor", "contract", "section", "phase", "labels")


def complete(production):
    """Gives each correction what it does not say and the line that it corrects does; that line by its id."""
    by_id = {line["id"]: line for line in production["lines"]}
    corrections = {}
    for line in production["lines"]:
        if "corrects" in line:
            original = corrections[line["id"]] = by_id[line["corrects"]]
            line.update({name: original[name] for name in INHERITED if name in original and name not in line})
    return corrections


def compute(production, tables, options):
    """(what was priced, in the order of the lines; ids of the excluded ones). Places get the code of their row."""
    for written in (production, *production["lines"]):
        if "place" in written:
            written["place"] = tables.also.get(written["place"], written["place"])
    tables.by_seats = travel.by_seats(production, tables, options)
    tables.british = (production.get("place") or "").startswith("GB")
    tables.place = production.get("place")
    priced, excluded = [], []
    corrections = complete(production)
    for line in production["lines"]:
        demands = kinds.demands(line, tables)
        try:
            # Where a line is left out, what corrects it is, too.
            for original in [corrections[line["id"]]] if line["id"] in corrections else []:
                for demand in kinds.demands(original, tables):
                    resolution.resolve(demand, original, production, tables, options)
            fitting = resolution.fitting(demands, line, tables)
            chosen = [
                resolution.resolve(demand, line, production, tables, options, demand in fitting) for demand in demands
            ]
        except resolution.NoFactor:
            if options.get("unpriced") != "exclude":
                raise
            excluded.append(line["id"])
            continue
        for demand, choice in zip(demands, chosen):
            quantity, unit = prices.rebased(demand.quantity, demand.unit, choice.factor, tables)
            factor = gwp.restated(choice.factor, options.get("gwp", gwp.PUBLISHED), tables)
            entries = price.price(quantity, unit, factor)
            priced.append(Priced(line, post_of(demand, choice, tables), choice, entries, demand.unit))
    return priced, excluded


def expected(names, production, tables, options):
    """Recomputes what an `expect` names, in its own shape."""
    priced, excluded = compute(production, tables, options)
    by_id = {}
    for one in priced:
        by_id.setdefault(one.line["id"], []).append(one)
    found = {}
    if "status" in names:
        found["status"] = "partial" if excluded else "complete"
    if "totals" in names:
        found["totals"] = {account: kilograms(views.total(priced, account)) for account in names["totals"]}
    if "lines" in names:
        found["lines"] = [
            {"line": want["line"], "account": want["account"],
             "kgco2e": kilograms(sum(one.mass(want["account"]) for one in by_id[want["line"]]))}
            for want in names["lines"]
        ]
    if "entries" in names:
        wanted = {want["line"] for want in names["entries"]}
        found["entries"] = [
            {"line": one.line["id"], "account": entry.account, "part": entry.part, "gas": entry.gas,
             "kgco2e": kilograms(entry.mass)}
            for one in priced if one.line["id"] in wanted for entry in one.entries
        ]
    if "resolutions" in names:
        found["resolutions"] = []
        for want in names["resolutions"]:
            (only,) = by_id[want["line"]]
            chosen = only.resolution
            all_of_it = {"line": want["line"], "factor": chosen.factor.id, "set": chosen.set,
                         "place": chosen.place, "period": chosen.period}
            found["resolutions"].append({name: all_of_it[name] for name in want})
    if "views" in names:
        found["views"] = [
            {"view": want["view"], "account": want["account"],
             "groups": views.view(want["view"], want["account"], priced, production)}
            for want in names["views"]
        ]
    if "problems" in names:
        # Of the problems only the mass that could not be restated is an amount.
        mass = gwp.unrestated(priced, options.get("gwp", gwp.PUBLISHED), tables)
        found["problems"] = [kilograms(mass)] if mass else []
    if "warned" in names:
        found["warned"] = warned.warned(priced, production, tables)
    if "uncertainty" in names:
        found["uncertainty"] = uncertainty.uncertainty(priced, excluded, production, tables, names["uncertainty"])
    if "indicators" in names:
        found["indicators"] = {name: views.indicator(name, priced, production) for name in names["indicators"]}
    return found
