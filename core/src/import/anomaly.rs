//! Anomalies in rows of a source that are kept nevertheless.

use alloc::format;
use alloc::string::String;

use rust_decimal::Decimal;

use crate::number::display;
use crate::text::language::Language;
use crate::text::printable::Printable;
use crate::text::vocabulary::{Term, vocabulary};

vocabulary! {
    /// A kind of anomaly.
    pub enum AnomalyKind {
        PartsTotal = "parts-total", "la somme des postes n’est pas le total", "the sum of the parts is not the total";
        GasesTotal = "gases-total", "la somme des gaz n’est pas le total", "the sum of the gases is not the total";
        MissingParts = "missing-parts", "décomposé d’après la source, mais aucun poste ne suit", "split according to the source, but no part follows";
        UnknownPart = "unknown-part", "type de poste inconnu, repris sous « autre »", "a part of an unknown type, taken up as other";
        Undated = "undated", "aucune année à lire : sans année, un facteur ne sert que la ligne qui le nomme", "no year can be read: without one a factor serves only a line that names it";
        Expired = "expired", "au-delà de la validité que donne la source", "past the validity that its source gives";
        Thousandfold = "thousandfold", "plus de dix fois hors de sa famille : une erreur d’unité ?", "more than ten times beyond its family: a slip of units?";
        Duplicate = "duplicate", "même description qu’un autre élément", "the same description as another element";
        Avoided = "avoided", "valeur négative, mise au compte des émissions évitées", "negative value, put into the account of avoided emissions";
        Uptake = "uptake", "CO2 biogénique absorbé, non repris", "uptake of biogenic CO2, not taken up";
        Restricted = "restricted", "la source cite une base dont les valeurs ne se redistribuent pas", "its source quotes a base whose values may not be passed on";
    }
}

/// An anomaly in a row that is kept: the importer reports it and corrects nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anomaly {
    /// Its line in the file, from 1.
    pub line: u64,
    /// Its identifier in the source.
    pub id: String,
    /// The kind of anomaly.
    pub kind: AnomalyKind,
    /// The anomalous number: a sum, a value, a year.
    pub found: Option<Decimal>,
    /// The number that it was compared with: a total, the nearer extreme of the family, a year.
    pub expected: Option<Decimal>,
    /// The identifier of the other row, if there is one.
    pub other: String,
}

impl Anomaly {
    /// An anomaly of a row, without numbers.
    pub(crate) fn new(line: u64, id: &str, kind: AnomalyKind) -> Self {
        Self { line, id: id.into(), kind, found: None, expected: None, other: String::new() }
    }

    /// Adds the number that was found and the one that it was compared with.
    pub(crate) fn numbers(self, found: Decimal, expected: Decimal) -> Self {
        Self { found: Some(found), expected: Some(expected), ..self }
    }

    /// The anomaly as text, with its numbers.
    pub fn message(&self, language: Language) -> String {
        let mut message = String::from(self.kind.label(language));
        let written = |value: Decimal| display::written(value, language);
        let between = match self.kind {
            AnomalyKind::Expired => " < ",
            AnomalyKind::Thousandfold | AnomalyKind::Duplicate => " / ",
            _ => " ≠ ",
        };
        match (self.found, self.expected) {
            // A year has no thousands separator.
            (Some(found), Some(expected)) if self.kind == AnomalyKind::Expired => {
                message.push_str(&format!(" ({found}{between}{expected})"));
            }
            (Some(found), Some(expected)) => {
                message.push_str(&format!(" ({}{between}{})", written(found), written(expected)));
            }
            (Some(found), None) => message.push_str(&format!(" ({})", written(found))),
            _ => {}
        }
        if !self.other.is_empty() {
            message.push_str(&format!(" ({})", Printable(&self.other)));
        }
        message
    }
}
