"""The uncertainty of a production by closed forms, in decimals of forty digits.

Follows what rests on factors, contrails, data and documents; a vector with assumptions, prices or proxies is worked by hand.
"""

from decimal import Decimal, localcontext
from fractions import Fraction

from .decimals import MICROGRAMS_PER_KG, kilograms

DIGITS = 40
KINDS = {"real": "1.05", "extrapolated": "1.2", "statistical": "1.2", "approximate": "1.5"}
GRADES = {
    "technical": ("2", "1.5", "1.2", "1.1", "1"),
    "geographic": ("1.1", "1.05", "1.02", "1.01", "1"),
    "temporal": ("1.5", "1.2", "1.1", "1.03", "1"),
    "completeness": ("1.2", "1.1", "1.05", "1.02", "1"),
    "reliability": ("1.5", "1.2", "1.1", "1.05", "1"),
}
FAMILIES = (("energy.electricity", 30), ("transport.plane", 10))
CONTRAILS, UNKNOWN = 155, 50
FOLLOWED = {"custom", "electricity", "plane"}


def spread(gsd2):
    return Decimal(gsd2).ln()


def combined(spreads):
    return sum(one * one for one in spreads).sqrt()


def graded(grades):
    return combined(spread(GRADES[name][int(grades.get(name, 1)) - 1]) for name in GRADES)


def datum(quality):
    quality = quality or {}
    if quality.keys() - {"datum"}:
        return graded(quality)
    return spread(KINDS.get(quality.get("datum"), "1.5"))


def by_tool(percent):
    """The grades that the Bilan Carbone tool gives a factor."""
    grade = 3 if percent is None else next((g for end, g in ((5, 5), (20, 4), (45, 3), (75, 2)) if percent < end), 1)
    return graded({name: grade for name in GRADES} | {"reliability": 5})


def percent(value):
    return (1 + Decimal(value) / 100).ln()


def family(key):
    return next((percent for start, percent in FAMILIES if key.startswith(start)), UNKNOWN)


def roots(lines):
    """The first line that each line shares a document with, directly or by way of others."""
    groups = []
    for line in lines:
        documents = set(line.get("documents", []))
        near = [group for group in groups if group[1] & documents]
        merged = ([line["id"]], documents)
        for group in near:
            merged = (group[0] + merged[0], group[1] | merged[1])
            groups.remove(group)
        groups.append(merged)
    return {line: group[0][0] for group in groups for line in group[0]}


def uncertainty(priced, excluded, production, tables, wanted):
    """What a vector names of the uncertainty, as texts."""
    followed = {next(iter(one.line["what"])) for one in priced} <= FOLLOWED
    if not followed:
        return wanted
    with localcontext() as context:
        context.prec = DIGITS
        return found(priced, excluded, production, tables, wanted)


def found(priced, excluded, production, tables, wanted):
    abc = wanted.get("factor_spread") == "abc"
    root = roots(production["lines"])
    sums, per_line, net, gross = {}, {}, Fraction(0), Fraction(0)
    for one in priced:
        factor, counted = one.resolution.factor, [e for e in one.entries if e.account == "counted"]
        whole = Decimal(sum(e.mass for e in counted)) / MICROGRAMS_PER_KG
        trails = Decimal(sum(e.mass for e in counted if e.part == "contrails")) / MICROGRAMS_PER_KG
        net, gross = net + Fraction(whole), gross + abs(Fraction(whole))
        key = next(iter(factor.keys), "")
        named = ("factor", tables.publishers.get(factor.source) or factor.source, key or factor.id, factor.place)
        if abc:
            loadings = [(named, whole * by_tool(factor.uncertainty))]
        elif trails:
            of_trails = next(part.uncertainty for part in factor.parts if part.name == "contrails")
            loadings = [(named, (whole - trails) * percent(family(key))),
                        (("contrails",), trails * percent(CONTRAILS if of_trails is None else of_trails))]
        else:
            stated = family(key) if factor.uncertainty is None else factor.uncertainty
            loadings = [(named, whole * percent(stated))]
        shared = sum(first == root[one.line["id"]] for first in root.values()) > 1
        loadings.append((("document" if shared else "datum", root[one.line["id"]]), whole * datum(one.line.get("quality"))))
        for cause, value in loadings:
            sums[cause] = sums.get(cause, 0) + value
            of_line = per_line.setdefault(one.line["id"], {})
            of_line[cause] = of_line.get(cause, 0) + value
    mean = Decimal(net.numerator) / Decimal(net.denominator)
    variance = sum(value * value for value in sums.values())
    alone = sum(value * value for line in per_line.values() for value in line.values())
    is_relative = abs(net) * 2 >= gross
    gsd2 = (variance.sqrt() / abs(mean)).exp() if is_relative else None
    half = variance.sqrt()
    ends = sorted((mean / gsd2, mean * gsd2)) if is_relative else [mean - half, mean + half]
    shares = sorted(((kind[0], value * value / variance) for kind, value in sums.items()), key=lambda one: -one[1])
    total = {"kgco2e": kilograms(int(net * MICROGRAMS_PER_KG)), "gsd2": places(gsd2, 12) if is_relative else None,
             "lower": places(ends[0], 9), "upper": places(ends[1], 9), "at_least": None}
    if excluded:
        total |= {"gsd2": None, "lower": None, "upper": None, "at_least": True}
    everything = {
        "factor_spread": "abc" if abc else "percent",
        "total": total,
        "independent_gsd2": places((alone.sqrt() / abs(mean)).exp(), 12),
        "causes": [{"kind": kind, "share": places(share, 9)} for kind, share in shares],
        "unstated_lines": sum(not line.get("quality") for line in production["lines"] if line["id"] in per_line),
    }
    return named_of(everything, wanted)


def named_of(everything, wanted):
    """What is named; a name that is not followed stays as the vector has it, by its hand work."""
    return {name: named_of(everything[name], value) if isinstance(value, dict) else everything.get(name, value)
            for name, value in wanted.items()}


def places(value, digits):
    text = f"{value.quantize(Decimal(1).scaleb(-digits)):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
