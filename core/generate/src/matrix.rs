//! The page that says which factor serves each key in some countries.

use claquette::wire::Kind;
use claquette::{Language, PlaceReason, References, Term};

use crate::File;

const COUNTRIES: [&str; 18] = [
    "FR", "GB", "US", "DE", "ES", "IT", "BE", "CA", "MA", "ZA", "SN", "RE", "GP", "MQ", "GF", "YT", "NC",
    "PF",
];

/// What was looked for where a factor is asked for: the keys, or families of keys, and what was found instead.
const LOOKED_FOR: &[(&[&str], &str, &str)] = &[
    (
        &["transport.car.e85", "transport.car-fuel.e85"],
        "Le superéthanol de France vient de betterave et de blé ; ceux d’Amérique et d’ailleurs n’ont pas de valeur dans les sources reprises ici, ou l’on n’en vend pas.",
        "E85 of France is made of beet and wheat; those of America and elsewhere have no value in the sources taken up here, or are not sold.",
    ),
    (
        &[
            "transport.train",
            "transport.metro",
            "transport.tram",
            "transport.freight.train",
            "transport.freight.barge",
        ],
        "Pas de tel réseau dans ce territoire, ou aucune valeur dans la Base Carbone, DESNZ et le Hub de l’EPA. Un train entre deux pays compte pour moitié dans chacun ; seul Eurostar a une ligne à lui.",
        "No such network in this territory, or no value in the Base Carbone, DESNZ and the EPA’s hub. A train between two countries counts half in each; Eurostar alone has a row of its own.",
    ),
    (
        &["transport.freight.van.electric"],
        "DESNZ donne un utilitaire électrique britannique à la tonne.km, et non sa consommation ; l’électricité du lieu est bien plus carbonée. Au véhicule.km, `transport.van.electric` la prend.",
        "DESNZ gives a British electric van by the tonne.km, not what it takes; the electricity of the place is far more carbon-intensive. By the vehicle.km, `transport.van.electric` takes it.",
    ),
    (
        &["energy.heating.district", "energy.cooling.district"],
        "La Base Carbone a les réseaux de France, DESNZ une moyenne britannique : un réseau ne dit rien d’un autre. Demander la valeur à l’exploitant.",
        "The Base Carbone has the networks of France, DESNZ a British mean: one network says nothing of another. Ask its operator.",
    ),
    (
        &["buildings.remote-work.heated"],
        "DESNZ compte un logement britannique chauffé au gaz, ce qui n’est pas l’usage sous ces climats.",
        "DESNZ counts a British home heated by gas, which is not how people live in these climates.",
    ),
    (
        &["goods.equipment.hard-drive"],
        "Base Carbone : seules les baies de disques (20893, 15,5 kg, de 2014), sans dire de combien de disques. Boavizta a des disques, sous ODbL. Au kilogramme : `goods.material.electronics.new`.",
        "Base Carbone: storage bays alone (20893, 15.5 kg, of 2014), which does not say of how many drives. Boavizta has drives, under ODbL. By the kilogram: `goods.material.electronics.new`.",
    ),
    (
        &["goods.equipment.cinema-camera"],
        "Base Carbone : trois appareils photo (27028 à 27030, 24 à 31 kg), qu’une caméra de cinéma dépasse en masse et en électronique. Louée, elle se compte par sa dépense (`spend.equipment-rental`).",
        "Base Carbone: three photo cameras (27028 to 27030, 24 to 31 kg), which a cinema camera exceeds in mass and electronics. Hired, it is counted by its price (`spend.equipment-rental`).",
    ),
    (
        &["goods.equipment.led-light"],
        "Base Carbone, DESNZ et Nos Gestes Climat : aucun projecteur. Au kilogramme : `goods.material.electrical-small.new` ; loué : `spend.equipment-rental`.",
        "Base Carbone, DESNZ and Nos Gestes Climat: no light. By the kilogram: `goods.material.electrical-small.new`; hired: `spend.equipment-rental`.",
    ),
];

/// Which keys a kind asks for: each of these, and what goes on from it after a dot. A key belongs to the first kind
/// that has it; what is left belongs to `custom`.
const KEYS: [(Kind, &[&str]); 34] = [
    (Kind::Electricity, &["energy.electricity"]),
    (Kind::Generator, &["energy.generator"]),
    (Kind::Heating, &["energy.heating"]),
    (Kind::Cooling, &["energy.cooling"]),
    (Kind::Refrigerant, &["energy.refrigerant"]),
    (Kind::RemoteWork, &["buildings.remote-work"]),
    (Kind::Car, &["transport.car", "transport.car-fuel"]),
    (Kind::Train, &["transport.train"]),
    (
        Kind::Transit,
        &["transport.bus", "transport.coach", "transport.metro", "transport.tram", "transport.ferry"],
    ),
    (Kind::Taxi, &["transport.taxi"]),
    (
        Kind::TwoWheeler,
        &[
            "transport.motorcycle",
            "transport.moped",
            "transport.e-bike",
            "transport.e-scooter",
            "transport.bicycle",
        ],
    ),
    (Kind::Commute, &["transport.walk"]),
    (Kind::Plane, &["transport.plane"]),
    (Kind::Aircraft, &["transport.aircraft-fuel"]),
    (Kind::Boat, &["transport.boat-fuel"]),
    (Kind::Van, &["transport.van"]),
    (Kind::Lorry, &["transport.lorry"]),
    (Kind::Freight, &["transport.freight"]),
    (Kind::Hotel, &["accommodation.hotel"]),
    (Kind::Flat, &["accommodation.flat"]),
    (Kind::Meals, &["food.meal"]),
    (Kind::Drinks, &["food.drink"]),
    (Kind::Groceries, &["food.item"]),
    (Kind::Water, &["water"]),
    (Kind::Waste, &["waste"]),
    (Kind::Material, &["goods.material"]),
    (Kind::Costume, &["goods.costume"]),
    (Kind::Furniture, &["goods.furniture"]),
    (Kind::Equipment, &["goods.equipment"]),
    (Kind::Render, &["energy.electricity"]),
    (Kind::Storage, &["data.storage"]),
    (Kind::Transfer, &["energy.electricity"]),
    (Kind::Spend, &["spend"]),
    (Kind::Custom, &[""]),
];

const HEAD: &str = "\
# Activités et pays · Kinds and countries

Écrit par `cargo run -p claquette-generate` d’après les tables de `data/` : ne pas modifier à la main.
Written by `cargo run -p claquette-generate` from the tables of `data/`: not to be edited by hand.

Quel facteur sert dans chacun de ces pays et territoires : celui du pays (**FR**), celui d’un autre pays, à défaut et pour
la raison numérotée (GB 3), celui du monde (WORLD), ou aucun (—) : un facteur est alors demandé. Ce qui marche à
l’électricité et n’a pas de facteur à lui prend celui de l’électricité du lieu (**DE** 2), la raison disant combien il en faut.
Which factor serves in each of these countries and territories: the country's own (**FR**), that of another country as a declared
proxy, for the numbered reason (GB 3), that of the world (WORLD), or none (—): then a factor is asked for. What runs on
electricity and has no factor of its own takes that of the electricity of the place (**DE** 2); the reason says how much of it.

## Résumé · Summary

Clés servies par un facteur du pays + d’un autre pays + du monde, et sans facteur (—). `commute`, `van` et `lorry` demandent
aussi des clés d’autres activités ; `render` et `transfer` demandent celle de l’électricité, `custom` n’importe laquelle.
Keys served by a factor of the country + of another country + of the world, and without one (—). `commute`, `van` and `lorry`
also ask for keys of other kinds; `render` and `transfer` ask for that of electricity, `custom` for any.

";

/// The page of the matrix.
pub(crate) fn files(references: &References) -> Vec<File> {
    let groups = groups();
    let mut summary = format!("{HEAD}| activité · kind |{}\n", columns());
    let mut tables = String::new();
    for (kind, keys) in &groups {
        let rows = keys.iter().map(|key| Row::of(key, references)).collect::<Vec<_>>();
        if !rows.is_empty() {
            summary.push_str(&format!("| `{}` | {} |\n", kind.text(), counts(&rows).join(" | ")));
            tables.push_str(&table(*kind, &rows));
        }
    }
    let rows: Vec<Row<'_>> =
        groups.iter().flat_map(|(_, keys)| keys).map(|key| Row::of(key, references)).collect();
    vec![("factors/MATRIX.md", summary + &asked(&rows) + &tables)]
}

/// How many cells ask for a factor, and what was looked for in each of them.
fn asked(rows: &[Row<'_>]) -> String {
    let of = |row: &Row<'_>| -> Vec<&str> {
        let cells = COUNTRIES.iter().zip(&row.cells);
        cells.filter(|(_, cell)| cell.is_none()).map(|(country, _)| *country).collect()
    };
    let (none, all) =
        (rows.iter().map(|row| of(row).len()).sum::<usize>(), rows.len().saturating_mul(COUNTRIES.len()));
    let mut text = format!(
        "\n## Ce qui est demandé · What is asked for\n\n{none} cases sur {all} · {none} cells of {all}\n\n| clé · key | pays · countries | ce qui a été cherché · what was looked for |\n|---|---|---|\n"
    );
    for row in rows {
        let countries = of(row);
        if !countries.is_empty() {
            let family = |family: &&str| {
                row.key.strip_prefix(*family).is_some_and(|end| end.is_empty() || end.starts_with('.'))
            };
            let found = LOOKED_FOR.iter().find(|(families, _, _)| families.iter().any(family));
            let said = found.map_or(String::new(), |(_, fr, en)| format!("{fr} · {en}"));
            text.push_str(&format!("| `{}` | {} | {said} |\n", row.key, countries.join(" ")));
        }
    }
    text
}

/// The keys of each kind, in the order of the table of keys.
fn groups() -> Vec<(Kind, Vec<&'static str>)> {
    let mut groups: Vec<(Kind, Vec<&str>)> = KEYS.iter().map(|(kind, _)| (*kind, Vec::new())).collect();
    let table = claquette_factors::FILES.iter().find(|(file, _)| *file == "keys.csv");
    let keys = table.into_iter().flat_map(|(_, text)| text.lines().skip(1));
    for key in keys.filter_map(|line| line.split(',').next()) {
        let of = |family: &&str| {
            family.is_empty()
                || key.strip_prefix(*family).is_some_and(|end| end.is_empty() || end.starts_with('.'))
        };
        let kind = KEYS.iter().position(|(_, families)| families.iter().any(of));
        if let Some((_, group)) = kind.and_then(|kind| groups.get_mut(kind)) {
            group.push(key);
        }
    }
    groups
}

/// A key, and what serves it in each country: the place of a factor and the reason for it.
struct Row<'a> {
    key: &'a str,
    cells: Vec<Option<(&'a str, PlaceReason, Option<String>)>>,
}

impl<'a> Row<'a> {
    fn of(key: &'a str, references: &'a References) -> Self {
        let cells = COUNTRIES.iter().map(|country| {
            let served = references.factor_for(key, country)?;
            let reason = served.reason(Language::Fr).zip(served.reason(Language::En));
            let taken = served.consumption(Language::Fr).zip(served.consumption(Language::En));
            let taken = taken.map(|(fr, en)| {
                (format!("Électricité du lieu × {fr}"), format!("Electricity of the place × {en}"))
            });
            let reason = reason.map(|(fr, en)| (fr.to_string(), en.to_string()));
            let both = |(fr, en): (String, String)| format!("{fr} · {en}");
            // Electricity by a proxy has two reasons.
            let reason = match (taken, reason) {
                (Some((fr, en)), Some((of_fr, of_en))) => {
                    Some(both((format!("{fr} ; {of_fr}"), format!("{en}; {of_en}"))))
                }
                (taken, reason) => taken.or(reason).map(both),
            };
            Some((served.factor.place.as_str(), served.place, reason))
        });
        Self { key, cells: cells.collect() }
    }
}

/// How many keys are served in each way, country by country.
fn counts(rows: &[Row<'_>]) -> Vec<String> {
    let of_country = |country: usize| {
        let many = |wanted: Option<PlaceReason>| {
            let cells = rows.iter().filter_map(|row| row.cells.get(country));
            cells.filter(|cell| cell.as_ref().map(|(_, reason, _)| *reason) == wanted).count()
        };
        // A country lies in the world and in nothing else.
        let [own, proxy, world] =
            [PlaceReason::Exact, PlaceReason::Proxy, PlaceReason::World].map(|reason| many(Some(reason)));
        let none = many(None);
        let dash = if none == 0 { String::new() } else { format!(", — {none}") };
        format!("{own} + {proxy} + {world}{dash}")
    };
    (0..COUNTRIES.len()).map(of_country).collect()
}

fn table(kind: Kind, rows: &[Row<'_>]) -> String {
    let (fr, en) = (kind.label(Language::Fr), kind.label(Language::En));
    let title = if fr == en { fr.to_string() } else { format!("{fr} · {en}") };
    let mut text = format!("\n## `{}` — {title}\n\n| clé · key |{}\n", kind.text(), columns());
    let mut reasons: Vec<&str> = Vec::new();
    for row in rows {
        let cells = row.cells.iter().map(|cell| match cell {
            None => "—".to_string(),
            Some((place, PlaceReason::Exact, None)) => format!("**{place}**"),
            Some((place, _, None)) => place.to_string(),
            Some((place, why, Some(reason))) => {
                if !reasons.contains(&reason.as_str()) {
                    reasons.push(reason);
                }
                let number = (1_u32..).zip(&reasons).find(|(_, known)| *known == reason);
                let mark = if *why == PlaceReason::Exact { "**" } else { "" };
                format!("{mark}{place}{mark} {}", number.map_or(0, |(number, _)| number))
            }
        });
        text.push_str(&format!("| `{}` | {} |\n", row.key, cells.collect::<Vec<_>>().join(" | ")));
    }
    if !reasons.is_empty() {
        text.push('\n');
    }
    text.extend((1_u32..).zip(&reasons).map(|(number, reason)| format!("{number}. {reason}\n")));
    text
}

/// The end of a head with a column for each country, and the rule below it.
fn columns() -> String {
    format!(" {} |\n|---|{}", COUNTRIES.join(" | "), "---|".repeat(COUNTRIES.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Nothing is asked for without a word of what was looked for.
    #[test]
    fn every_dash_is_explained() {
        let references =
            References::read(claquette_factors::NAME, claquette_factors::FILES).expect("the tables");
        let pages = files(&references);
        let lines = pages.iter().flat_map(|(_, text)| text.lines());
        let unexplained: Vec<&str> = lines.filter(|line| line.ends_with("|  |")).collect();
        assert!(unexplained.is_empty(), "{unexplained:?}");
    }

    #[test]
    fn every_kind_has_a_row() {
        for kind in Kind::ALL {
            assert!(KEYS.iter().any(|(listed, _)| listed == kind), "{} is not in the matrix", kind.text());
        }
    }
}
