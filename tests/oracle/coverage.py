"""How much of the budget is accounted for, by currency, in exact fractions."""

from fractions import Fraction

from .decimals import rounded
from .views import budget, money

STATES = ("physical", "spend", "excluded", "partial", "not-entered")


def is_money(line):
    """Whether what was done is known only by its price."""
    (kind, what), = line["what"].items()
    return kind == "spend" or kind == "custom" and what["quantity"]["unit"].removeprefix("k")[:3].isupper()


def coverage(production):
    """[(currency, state, amount)] of a production of which every line is priced."""
    written = production.get("budget", [])
    parts = written if isinstance(written, list) else [written]
    lines = [line for part in parts for line in part.get("lines", [])]
    if not lines:
        return []
    naming = {}
    for line in production["lines"]:
        if "budget_line" in line:
            naming.setdefault(line["budget_line"], []).append(line)
    sums = {(currency, state): 0 for currency in budget(written) for state in STATES}
    for line in lines:
        if "corrects" in line:
            continue
        amount, currency = money(line["amount"])
        amount += sum(money(other["amount"])[0] for other in lines if other.get("corrects") == line["id"])
        for state, part in states(line, amount, naming.get(line["id"], [])).items():
            sums[currency, state] += part
    for currency, total in budget(written).items():
        sums[currency, "not-entered"] += total - sum(sums[currency, state] for state in STATES)
    return [(currency, state, rounded(amount, 9)) for (currency, state), amount in sums.items()]


def states(line, amount, naming):
    """How much of a line of the budget is in which state; no line that names it spends more than it has."""
    if "excluded" in line:
        return {"excluded": amount}
    found = {"physical": 0, "spend": 0}
    for one in naming:
        found["spend" if is_money(one) else "physical"] += said(one) or 0
    left = amount - sum(found.values())
    whole = [one for one in naming if one.get("covers_all")]
    if whole:
        found["spend" if is_money(whole[0]) else "physical"] += left
    else:
        found["partial" if any(said(one) is None for one in naming) else "not-entered"] = left
    return found


def said(line):
    """How much a line accounts for: what it states, or spends without tax; None if neither is known."""
    if "covers" in line:
        return money(line["covers"])[0]
    if "spend" not in line["what"]:
        return None
    spend = line["what"]["spend"]
    amount, _ = money(spend["amount"])
    return amount / (1 + Fraction(str(spend.get("vat_rate", 0))) / 100)
