//! The page that says which factor serves each key in ten countries.

use claquette::wire::Kind;
use claquette::{Language, PlaceReason, References, Term};

use crate::File;

const COUNTRIES: [&str; 10] = ["FR", "GB", "US", "DE", "ES", "IT", "BE", "CA", "MA", "ZA"];

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

Quel facteur sert dans chacun de ces dix pays : celui du pays (**FR**), celui d’un autre pays, à défaut et pour la raison
numérotée (GB 3), celui du monde (WORLD), ou aucun (—) : un facteur est alors demandé.
Which factor serves in each of these ten countries: the country's own (**FR**), that of another country as a declared
proxy, for the numbered reason (GB 3), that of the world (WORLD), or none (—): then a factor is asked for.

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
    vec![("factors/MATRIX.md", summary + &tables)]
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
            let reason = reason.map(|(fr, en)| format!("{fr} · {en}"));
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
            Some((place, PlaceReason::Exact, _)) => format!("**{place}**"),
            Some((place, _, None)) => place.to_string(),
            Some((place, _, Some(reason))) => {
                if !reasons.contains(&reason.as_str()) {
                    reasons.push(reason);
                }
                let number = (1_u32..).zip(&reasons).find(|(_, known)| *known == reason);
                format!("{place} {}", number.map_or(0, |(number, _)| number))
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

    #[test]
    fn every_kind_has_a_row() {
        for kind in Kind::ALL {
            assert!(KEYS.iter().any(|(listed, _)| listed == kind), "{} is not in the matrix", kind.text());
        }
    }
}
