//! The places of the Base Carbone.

use crate::place::PlaceNames;

/// Names in the export that the table of places does not have, and their ISO 3166 codes. Only regions whose borders
/// are still those of the name are included.
const PLACES: &[(&str, &str)] = &[
    ("Ile de France", "FR-IDF"),
    ("Île-de-France", "FR-IDF"),
    ("Bretagne", "FR-BRE"),
    ("Corse", "FR-20R"),
    ("Pays de la Loire", "FR-PDL"),
    ("Centre-Val de Loire", "FR-CVL"),
    ("Provence-Alpes-Côte d'Azur", "FR-PAC"),
    ("Réunion", "RE"),
    ("Guyane", "GF"),
    ("Tahiti", "PF"),
    ("Nouvelle Calédonie", "NC"),
    ("St Pierre et Miquelon", "PM"),
    ("St Martin", "MF"),
    ("St Barthélémy", "BL"),
    ("République Tchèque", "CZ"),
    ("Macédoine", "MK"),
    ("Macédonie", "MK"),
    ("Moldavie", "MD"),
    ("Bélarus", "BY"),
    ("Kazakstan", "KZ"),
    ("Kirghizistan", "KG"),
    ("Rép. Dém. Du Congo", "CD"),
    ("Congo", "CG"),
    ("Brunéi Darussalam", "BN"),
    ("Birmanie", "MM"),
    ("Viêt Nam", "VN"),
    ("Iraq", "IQ"),
    ("Dominicaine. République", "DO"),
    ("Trinité-et-Tobago", "TT"),
];

/// The code of a place. Empty if there is none: Europe, Asia and groups of several territories have no code. A town
/// or a former region of mainland France has the code `FR`.
pub(crate) fn of<'a>(place: &str, subplace: &'a str, places: &PlaceNames<'a>) -> &'a str {
    let known = PLACES.iter().find(|(name, _)| *name == subplace).map(|(_, code)| *code);
    match (place, subplace) {
        ("France continentale", _) => known.filter(|code| code.starts_with("FR-")).unwrap_or("FR"),
        ("Monde", "") => "WORLD",
        ("Outre-mer" | "Autre pays du monde", _) => {
            known.or_else(|| places.find(subplace)).unwrap_or_default()
        }
        _ => "",
    }
}
