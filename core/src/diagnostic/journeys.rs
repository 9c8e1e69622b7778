//! The problems of journeys, of their ends and of the way between: a part of the catalogue.

/// Declares the catalogue that begins with these rows.
macro_rules! and_of_journeys {
    ($($row:tt)+) => {
        $crate::diagnostic::stored::and_of_stored! {
            $($row)+

            // Journeys: what is wrong with their ends, and what a reader should know of the way.
            UnknownAirport = "unknown-airport" Error (airport: String)
                "aéroport inconnu « {airport} » ; écrire son code IATA (CDG) ou donner la distance",
                "unknown airport `{airport}`; write its IATA code (CDG) or give the distance";
            SameAirport = "same-airport" Error (airport: String)
                "le vol part de « {airport} » et y arrive : donner deux aéroports différents",
                "the flight leaves from `{airport}` and arrives there: give two different airports";
            UnknownCity = "unknown-city" Error (city: String)
                "ville ou gare inconnue « {city} » ; écrire son nom français ou anglais, au besoin avec son pays (Brest, FR), ou donner la distance",
                "unknown city or station `{city}`; write its French or English name, if need be with its country (Brest, FR), or give the distance";
            UnknownFlightEnd = "unknown-flight-end" Error (city: String)
                "ville inconnue « {city} » ; écrire le code IATA de l’aéroport (CDG), ou le nom français ou anglais de la ville, au besoin avec son pays (Brest, FR)",
                "unknown city `{city}`; write the IATA code of the airport (CDG), or the French or English name of the city, if need be with its country (Brest, FR)";
            AmbiguousCity = "ambiguous-city" Error (city: String, candidates: Listing)
                "plusieurs lieux s’appellent « {city} » ({candidates}) : écrire le nom avec son pays, ou donner la distance",
                "several places are called `{city}` ({candidates}): write the name with its country, or give the distance";
            CityAbroad = "city-abroad" Warning (city: String, found: String)
                "« {city} » est pris pour {found} ; écrire le nom avec son pays, ou donner la distance, si c’est un autre lieu",
                "`{city}` is taken as {found}; write the name with its country, or give the distance, if it is another place";
            NoRails = "no-rails" Error (from: String, to: String)
                "aucun rail ne mène de « {from} » à « {to} » : donner les trains de part et d’autre, et l’avion ou le ferry à part",
                "no rails lead from `{from}` to `{to}`: give the trains on either side, and the plane or the ferry apart";
            SameCity = "same-city" Error (city: String)
                "le trajet part de « {city} » et y arrive : donner deux lieux différents, ou la distance",
                "the journey leaves from `{city}` and arrives there: give two different places, or the distance";
            HaulDistance = "haul-distance" Warning (haul: &'static TermRow, distance: String, limit: u32)
                "un vol de {distance} km n’est guère un {haul} : le long-courrier commence vers {limit} km",
                "a flight of {distance} km is hardly a {haul}: long haul begins at some {limit} km";
            NoFlights = "no-flights" Error (counted: &'static TermRow)
                "les tables n’ont pas de quoi compter les vols {counted} : un extrait n’a que ce qui a servi ; choisir une autre façon, ou nommer un facteur (« factor »)",
                "the tables do not have what it takes to count flights {counted}: an extract has what was used alone; choose another way, or name a factor (`factor`)";
            NoPlane = "no-plane" Error (seats: String, distance: String)
                "les tables n’ont pas d’avion de {seats} sièges pour un vol de {distance} km : enlever « seats », ou nommer un facteur (« factor »)",
                "the tables have no plane of {seats} seats for a flight of {distance} km: leave out `seats`, or name a factor (`factor`)";
            NoTurboprop = "no-turboprop" Error (seats: String, distance: String)
                "les tables n’ont pas d’avion à turbopropulseurs de {seats} sièges pour un vol de {distance} km : enlever « turboprop », ou nommer un facteur (« factor »)",
                "the tables have no turboprop of {seats} seats for a flight of {distance} km: leave out `turboprop`, or name a factor (`factor`)";
            NoCabin = "no-cabin" Error (cabin: &'static TermRow, haul: &'static TermRow, available: Listing)
                "les tables n’ont pas de {cabin} pour un {haul} : écrire {available}, ou nommer un facteur (« factor »)",
                "the tables have no {cabin} on a {haul}: write {available}, or name a factor (`factor`)";
            FlightDetail = "flight-detail" Warning (field: &'static str, counted: &'static TermRow)
                "le champ « {field} » ne sert pas : les vols de ce bilan sont comptés {counted}",
                "the field `{field}` is not used: the flights of this footprint are counted {counted}";
            CountriesUnseen = "countries-unseen" Warning (from_fr: String, to_fr: String, from_en: String, to_en: String)
                "le trajet est compté à parts égales par ses deux pays, {from_fr} et {to_fr} : les pays qu’il traverse entre les deux ne sont pas vus ; donner les arrêts aux frontières (« via »)",
                "the way is counted half in {from_en}, half in {to_en}: the countries that it crosses between them are not seen; give the stops at the borders (`via`)";
        }
    };
}
pub(crate) use and_of_journeys;
