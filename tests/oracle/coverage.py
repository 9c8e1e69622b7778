"""How much of the budget is accounted for, by currency, in exact fractions."""

from .decimals import rounded
from .views import budget, money

STATES = ("physical", "spend", "excluded", "not-entered")


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
    ways = {}
    for line in production["lines"]:
        if "budget_line" in line:
            ways.setdefault(line["budget_line"], set()).add("spend" if is_money(line) else "physical")
    by_id = {line["id"]: line for line in lines}
    sums = {(currency, state): 0 for currency in budget(written) for state in STATES}
    for line in lines:
        origin = by_id[line.get("corrects", line["id"])]
        way, = ways.get(origin["id"], {"not-entered"})
        amount, currency = money(line["amount"])
        sums[currency, "excluded" if "excluded" in origin else way] += amount
    for currency, total in budget(written).items():
        sums[currency, "not-entered"] += total - sum(sums[currency, state] for state in STATES)
    return [(currency, state, rounded(amount, 9)) for (currency, state), amount in sums.items()]
