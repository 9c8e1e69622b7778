//! Rows that an import skips.

use alloc::string::String;

use crate::text::vocabulary::vocabulary;

vocabulary! {
    /// Why an import skips a row of a source, or a factor of a set serves no key.
    pub enum SkipReason {
        Archived = "archived", "archivé par la source", "archived by its source";
        SourceData = "source-data", "donnée source, pas un facteur d’émission", "source data, not an emission factor";
        UnknownStatus = "unknown-status", "type ou statut que l’importateur ne connaît pas", "a type or a status that the importer does not know";
        NoValue = "no-value", "la source ne donne pas de valeur", "its source gives no value";
        Gap = "gap", "un 0 qui tient lieu de valeur manquante", "a 0 that stands for a missing value";
        Energy = "energy", "une consommation d’énergie, pas une émission", "an energy use, not an emission";
        Biogenic = "biogenic", "CO2 biogénique seul, hors total", "biogenic CO2 alone, outside the total";
        Blank = "blank", "ligne vide ou marque de fin", "empty row or mark of the end";
        NotInImport = "not-in-import", "la table de clés la nomme, la base importée ne l’a pas", "the key map names it, the imported base does not have it";
        OtherUnit = "other-unit", "unité que sa clé ne mesure pas : il ne sert pas sa clé", "a unit that its key does not measure: it does not serve its key";
        NoPlace = "no-place", "lieu sans code ISO 3166 : il ne sert pas sa clé", "a place without an ISO 3166 code: it does not serve its key";
        NoKey = "no-key", "sans clé : il ne sert que la ligne qui le nomme", "without a key: it serves only a line that names it";
        NoYear = "no-year", "sans année : il ne sert pas sa clé, seulement la ligne qui le nomme", "without a year: it does not serve its key, only a line that names it";
        Doubtful = "doubtful", "marqué douteux ou indicatif : il ne sert pas sa clé, seulement la ligne qui le nomme", "marked suspect or indicative: it does not serve its key, only a line that names it";
        Negative = "negative", "valeur négative : elle ne sert pas de clé, seulement la ligne qui la nomme", "negative value: it serves no key, only a line that names it";
    }
}

/// A row that an import skips or that serves no key, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// Its line in the file, from 1; for a row of a key map, the line in the map.
    pub line: u64,
    /// Its identifier in the source; empty if it has none.
    pub id: String,
    /// The reason.
    pub reason: SkipReason,
}
