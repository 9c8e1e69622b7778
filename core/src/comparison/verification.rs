//! Is a stored result what the engine computes today?

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::Value;

use crate::comparison::stored_result;
use crate::diagnostic::Diagnostic;
use crate::format::output::{ENGINE, Output};
use crate::ledger::footprint::Footprint;
use crate::number::display;
use crate::result::footprint::FootprintResult;
use crate::text::language::Language;

/// The most deviations that are told.
const MOST: usize = 1000;

/// What a stored result and one computed anew have different. The version of the engine may differ; nothing else.
///
/// ```
/// use claquette::{Limits, Options, References, Verification, check_json, compute};
/// use claquette::output::{FootprintResult, Output};
/// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
/// let input = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024},
///   "lines": [{"id": "L1", "what": {"electricity": {"energy": {"value": "120000", "unit": "kWh"}}}}]}"#;
/// let production = check_json(input, &references, &Limits::default()).production.unwrap();
/// let footprint = compute(&production, &references, &Options::default()).unwrap();
/// let stored = FootprintResult::new(&footprint).to_json();
/// assert!(Verification::of(stored.as_bytes(), &footprint).unwrap().holds());
/// // 120,000 kWh × 0.0519 kgCO2e/kWh = 6,228 kgCO2e, and not 6,822.
/// let forged = stored.replace("6228", "6822");
/// let deviations = Verification::of(forged.as_bytes(), &footprint).unwrap().deviations;
/// let total = deviations.iter().find(|found| found.pointer == "/totals/0/kgco2e").unwrap();
/// assert_eq!((&*total.stored, &*total.computed), (r#""6822""#, r#""6228""#));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verification {
    /// The engine that the stored result names.
    pub engine: String,
    /// The SHA-256 of the extract that the footprint was computed with, if it was.
    pub extract: Option<String>,
    /// What differs, the totals first, then in the order of the names of fields; the first thousand.
    pub deviations: Vec<Deviation>,
}

/// A value that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deviation {
    /// Where it stands in the result: a JSON pointer.
    pub pointer: String,
    /// The JSON of what is stored; empty where nothing is.
    pub stored: String,
    /// The JSON of what is computed; empty where nothing is.
    pub computed: String,
}

impl Verification {
    /// Compares a stored result with a footprint of the same production, computed with the same sets.
    ///
    /// # Errors
    /// The stored bytes are no JSON, give a field twice, or are no result.
    pub fn of(stored: &[u8], footprint: &Footprint) -> Result<Self, Vec<Diagnostic>> {
        let mut stored = stored_result::read(stored)?;
        let computed = FootprintResult::new(footprint).to_json();
        let mut computed: Value = serde_json::from_str(&computed).unwrap_or_default();
        let mut deviations = Vec::new();
        // The totals first: they are what a reader asks for, and a thousand entries may differ.
        let [was, is] = [&mut stored, &mut computed].map(|result| result.as_object_mut()?.remove("totals"));
        compare(&mut "/totals".to_string(), was.as_ref(), is.as_ref(), &mut deviations);
        compare(&mut String::new(), Some(&stored), Some(&computed), &mut deviations);
        let engine = stored.get("engine").and_then(Value::as_str).unwrap_or_default().to_string();
        let extract = footprint.references.extract().map(ToString::to_string);
        Ok(Self { engine, extract, deviations })
    }

    /// Whether nothing differs.
    pub fn holds(&self) -> bool {
        self.deviations.is_empty()
    }

    /// The verification as people read it.
    pub fn text(&self, language: Language) -> String {
        let engines = if self.engine == ENGINE {
            self.engine.clone()
        } else {
            let [stored, computed] =
                language.pick(["enregistré par", "recalculé par"], ["stored by", "recomputed by"]);
            format!("{stored} {}, {computed} {ENGINE}", self.engine)
        };
        if self.holds() {
            let text = language
                .pick("le résultat est confirmé, au microgramme près", "the result holds, to the microgram");
            let mut text = format!("{text} ({engines})\n");
            if let Some(sha256) = &self.extract {
                let with = language.pick(
                    "calculé avec les lignes d’un extrait ; il faudrait les jeux eux-mêmes pour confirmer leurs empreintes : extrait",
                    "computed with the rows of an extract; it would take the sets themselves to confirm their hashes: extract",
                );
                text.extend([with, " ", sha256, "\n"]);
            }
            return text;
        }
        let count = display::written(self.deviations.len().into(), language);
        let more = if self.deviations.len() < MOST { "" } else { language.pick(" au moins", " at least") };
        let mut text = match (language, self.deviations.len()) {
            (Language::Fr, 1) => format!("le résultat n’est pas confirmé : 1 écart ({engines})\n"),
            (Language::Fr, _) => {
                format!("le résultat n’est pas confirmé : {count} écarts{more} ({engines})\n")
            }
            (Language::En, 1) => format!("the result does not hold: 1 deviation ({engines})\n"),
            (Language::En, _) => format!("the result does not hold: {count} deviations{more} ({engines})\n"),
        };
        let [stored, computed] = language.pick(["enregistré", "calculé"], ["stored", "computed"]);
        for deviation in &self.deviations {
            let Deviation { pointer, stored: was, computed: is } = deviation;
            text.extend([pointer, " : ", stored, " ", was, ", ", computed, " ", is, "\n"]);
        }
        text
    }
}

/// Adds what differs between two values at a place.
fn compare(
    pointer: &mut String,
    stored: Option<&Value>,
    computed: Option<&Value>,
    found: &mut Vec<Deviation>,
) {
    if stored == computed || found.len() >= MOST || pointer == "/engine" {
        return;
    }
    let here = pointer.len();
    match (stored, computed) {
        (Some(Value::Object(was)), Some(Value::Object(is))) => {
            for name in was.keys().chain(is.keys().filter(|name| !was.contains_key(*name))) {
                pointer.push('/');
                pointer.push_str(&name.replace('~', "~0").replace('/', "~1"));
                compare(pointer, was.get(name), is.get(name), found);
                pointer.truncate(here);
            }
        }
        (Some(Value::Array(was)), Some(Value::Array(is))) => {
            for at in 0..was.len().max(is.len()) {
                pointer.push('/');
                pointer.push_str(&at.to_string());
                compare(pointer, was.get(at), is.get(at), found);
                pointer.truncate(here);
            }
        }
        _ => {
            let json = |value: Option<&Value>| value.map(ToString::to_string).unwrap_or_default();
            let (stored, computed) = (json(stored), json(computed));
            found.push(Deviation { pointer: pointer.clone(), stored, computed });
        }
    }
}
