"""Travel by seat: trains, public transport, planes, commuting."""

import unicodedata
from fractions import Fraction

from . import resolution
from .decimals import fraction
from .demand import Demand, amount, assumption, is_kind, there_and_back
from .geodesic import kilometres
from .vehicle import MODES

SHORT_HAUL_KM = 3700
SEATS = ((50, "20-50"), (100, "51-100"), (220, "101-220"))
BANDS = ((500, "under-500"), (1000, "500-1000"), (2000, "1000-2000"), (5000, "2000-5000"))


def travelled(what, kilometres_each):
    """Passenger kilometres of journeys of this length."""
    return kilometres_each * fraction(what["passengers"]) * there_and_back(what)


def ridden(what):
    """Passenger kilometres."""
    distance = what["distance"]
    if is_kind(distance, "passenger.km"):
        return amount(distance, "passenger.km")
    return travelled(what, amount(distance, "km"))


def plain(name):
    """A name without case and accents."""
    letters = unicodedata.normalize("NFD", name.casefold().replace("ł", "l").replace(" ", "-").replace("’", "'"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def sites(typed, rows, tables):
    """The cities or stations of a name, or of a name and a region, a place, a country."""
    name, *within = [plain(part) for part in typed.split(", ")]
    for row in rows:
        codes = (row["place"], row["place"].split("-")[0])
        called = {plain(said) for code in codes for said in (code, *tables.place_names.get(code, ()))} | {plain(row["region"])}
        if name in {plain(row[column]) for column in ("name", "name_fr", "name_en")} and called.issuperset(within):
            yield row


def city(typed, tables):
    """The one city that is meant."""
    (only,) = sites(typed, tables.cities, tables)
    return only


def stop(typed, tables):
    """The one city that is meant, else the one station."""
    (only,) = list(sites(typed, tables.cities, tables)) or sites(typed, tables.stations, tables)
    return only


def end(typed, tables):
    """An airport or a city."""
    is_code = len(typed) == 3 and (typed.isupper() or not list(sites(typed, tables.cities, tables)))
    return tables.airports[typed.upper()] if is_code else city(typed, tables)


def country(place):
    """The country of a place of a city, which has at most a state after it."""
    return place.partition("-")[0]


def area(point, tables):
    """The first area of the table of rails that a point lies in."""
    for row in tables.rails:
        if {point["place"], country(point["place"])} & set(row["place"].split()):
            sides = [float(row[side]) for side in ("south", "north", "west", "east") if row[side]]
            if not sides or sides[0] <= float(point["latitude"]) <= sides[1] and sides[2] <= float(point["longitude"]) <= sides[3]:
                return row
    return None


def eurostar(countries, tables):
    """The country of the row of international trains that both countries share, if it is one of the two."""
    key = "transport.train.international"
    rows = [row.place for own in tables.sets for row in own.factors if key in row.keys and row.usable and row.year]
    of = [next((place for place, _ in resolution.places(tables, key, one) if place in rows), None) for one in countries]
    return of[0] if of[0] == of[1] and of[0] in countries else None


def where(leg, what, tables):
    """Where a leg is priced, in which service and for which share of it."""
    service = what.get("service", "average").replace("international", "average")
    countries = [country(point["place"]) for point in leg]
    if countries[0] != countries[1]:
        trains = {(area(point, tables) or {}).get("trains") for point in leg}
        shared = eurostar(countries, tables) if len(trains) == 1 and trains - {"", None} else None
        if shared:
            return [(shared, "international", 1)]
        share = assumption(tables, "rail.share", "km/km")
        return [(one, service, share) for one in countries]
    served = {(area(point, tables) or {}).get("serves") for point in leg}
    own = tables.line_place or "WORLD"
    if len(served) == 1 and served != {None} and served != {""}:
        return [(served.pop(), service, 1)]
    islands = {row["serves"] for row in tables.rails} - {""}
    return [(own if country(own) == countries[0] and own not in islands else countries[0], service, 1)]


def train(what, tables):
    if "from" not in what:
        return Demand("transport.train." + what.get("service", "average"), ridden(what), "passenger.km")
    stops = [stop(typed, tables) for typed in (what["from"], *what.get("via", ()), what["to"])]
    detour = fraction(what["detour"]) if "detour" in what else assumption(tables, "rail.detour", "km/km")
    demands = []
    for leg in zip(stops, stops[1:]):
        quantity = travelled(what, Fraction(kilometres(*leg)) * detour)
        if tables.names_factor:
            demands.append(Demand("transport.train." + what.get("service", "average"), quantity, "passenger.km"))
            continue
        for place, service, share in where(leg, what, tables):
            demands.append(Demand("transport.train." + service, quantity * share, "passenger.km", place=place))
    return demands


def by_seats(production, tables, options):
    """Whether flights are priced by seats: as asked for, or since a factor by seats is of the place, or of a proxy of it."""
    asked = options.get("aviation", "by-place")
    if asked != "by-place":
        return asked == "by-seats"
    served = {(key, row.place) for own in tables.sets for row in own.factors if row.usable and row.year for key in row.keys}
    for key in (key for key in tables.keys if key.startswith("transport.plane.seats-")):
        for place, _ in resolution.places(tables, key, production.get("place") or "WORLD"):
            if place == "WORLD":
                break
            if (key, place) in served:
                return True
    return False


def territory(what, ends, distance, british):
    """Domestic, to or from the UK, or elsewhere: by the ends, else by the production."""
    touching = [end["place"].startswith("GB") for end in ends] if ends else [british, False]
    if all(touching):
        return "domestic"
    if not any(touching):
        return "international"
    return "short-haul" if distance <= SHORT_HAUL_KM else "long-haul"


def plane(what, tables):
    ends = ()
    if "from" in what:
        ends = end(what["from"], tables), end(what["to"], tables)
        distance = Fraction(kilometres(*ends))
        quantity = travelled(what, distance)
    elif is_kind(what["distance"], "passenger.km"):
        distance = amount(what["leg"], "km") if "leg" in what else None
        quantity = amount(what["distance"], "passenger.km")
    else:
        distance = amount(what["distance"], "km")
        quantity = travelled(what, distance)
    if tables.names_factor:
        return Demand("transport.plane.international.average", quantity, "passenger.km")
    cabin = what.get("cabin", "average")
    if not tables.by_seats:
        haul = what.get("haul") or territory(what, ends, distance, tables.british)
        return Demand(f"transport.plane.{haul}.{cabin}", quantity, "passenger.km")
    assumed = "plane.seats.under-5000" if distance < 5000 else "plane.seats.from-5000"
    count = fraction(what["seats"]) if "seats" in what else assumption(tables, assumed, "unit")
    seats = next((name for most, name in SEATS if count <= most), "over-220")
    band = next((name for end_of_band, name in BANDS if distance < end_of_band), "over-5000")
    if cabin != "average":
        haul = "short-haul" if distance <= SHORT_HAUL_KM else "long-haul"
        emitted = [fraction(tables.assumptions[f"plane.cabin.{haul}.{named}"]["value"]) for named in (cabin, "average")]
        quantity = quantity * emitted[0] / emitted[1]
    engine = ".turboprop" if what.get("turboprop") else ""
    return Demand(f"transport.plane.seats-{seats}.{band}{engine}", quantity, "passenger.km")


def transit(what, _tables):
    return Demand(MODES[what["mode"]][0], ridden(what), "passenger.km")


def commute(what, _tables):
    ways = fraction(what["people"]) * fraction(what["days"]) * amount(what["distance"], "km") * there_and_back(what)
    demands = []
    for part in what["modes"]:
        key, by_vehicle = MODES[part["mode"]]
        share = ways * fraction(part["share"]) / 100 / fraction(part.get("occupants", 1))
        demands.append(Demand(key, share, "vehicle.km" if by_vehicle else "passenger.km"))
    return demands


KINDS = (train, transit, plane, commute)
