//! Verification: whether a stored result is what the engine computes today.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::collection::sorting::sorted;
use crate::comparison::json_tree::{JsonTree, JsonValue};
use crate::comparison::stored_result::{self, StoredKind};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::location::write_name;
use crate::format::output::{ENGINE, Output};
use crate::ledger::footprint::Footprint;
use crate::number::display;
use crate::result::summary::FootprintSummary;
use crate::text::language::Language;
use crate::text::printable::Printable;
use crate::text::quotation::{shortened, shortened_to};

/// The most deviations that are reported.
const MOST: usize = 1000;

/// The most characters of a value and of its pointer that are reported.
const SHOWN: usize = 200;

/// The differences between a stored result and one that is computed again. Only three things may differ: the version of
/// the engine, whether a set was read whole or from an extract, and, where no line is left out, whether one would have been.
///
/// ```
/// use claquette::{Limits, Options, References, Verification, check_json, compute};
/// use claquette::output::{FootprintSummary, Output};
/// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
/// let input = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024},
///   "lines": [{"id": "L1", "what": {"electricity": {"energy": {"value": "120000", "unit": "kWh"}}}}]}"#;
/// let production = check_json(input, &references, &Limits::default()).production.unwrap();
/// let footprint = compute(&production, &references, &Options::default()).unwrap();
/// let stored = FootprintSummary::new(&footprint).to_json();
/// assert!(Verification::of(stored.as_bytes(), &footprint).unwrap().holds());
/// // 120,000 kWh × 0.0519 kgCO2e/kWh = 6,228 kgCO2e, and not 6,822.
/// let forged = stored.replace("6228", "6822");
/// let deviations = Verification::of(forged.as_bytes(), &footprint).unwrap().deviations;
/// let total = deviations.iter().find(|found| found.pointer == "/totals/0/kgco2e").unwrap();
/// assert_eq!((&*total.stored, &*total.computed), (r#""6822""#, r#""6228""#));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verification {
    /// The engine that the stored result names, shortened to 64 characters and `…`.
    pub engine: String,
    /// The SHA-256 of the extract that the footprint was computed with, if it was.
    pub extract: Option<String>,
    /// The differences: the totals first, then the others in the order of the names of fields. At most a thousand are
    /// kept.
    pub deviations: Vec<Deviation>,
}

/// A value that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deviation {
    /// Its location in the result, as a JSON pointer; shortened as the values are if a name in it is that long.
    pub pointer: String,
    /// The stored JSON, shortened to 200 characters and `…`; empty if there is none.
    pub stored: String,
    /// The computed JSON, shortened in the same way; empty if there is none.
    pub computed: String,
}

impl Verification {
    /// Compares a stored footprint, or the summary of one, with a footprint of the same production, computed with the same sets.
    ///
    /// # Errors
    /// The stored bytes are not JSON, give a field twice, or are not a result.
    pub fn of(stored: &[u8], footprint: &Footprint) -> Result<Self, Vec<Diagnostic>> {
        let (stored, kind) = stored_result::read(stored)?;
        let computed = match kind {
            StoredKind::Footprint => footprint.to_json(),
            StoredKind::Summary => FootprintSummary::new(footprint).to_json(),
        };
        Self::trees(&stored, &JsonTree::read(&computed)?, footprint)
    }

    /// Compares a footprint that was stored with one that was computed again.
    ///
    /// # Errors
    /// Footprints whose JSON is too large to be compared: 4 GiB.
    pub fn between(stored: &Footprint, recomputed: &Footprint) -> Result<Self, Vec<Diagnostic>> {
        let [was, is] = [stored, recomputed].map(Output::to_json);
        Self::trees(&JsonTree::read(&was)?, &JsonTree::read(&is)?, recomputed)
    }

    fn trees(
        stored: &JsonTree<'_>,
        computed: &JsonTree<'_>,
        footprint: &Footprint,
    ) -> Result<Self, Vec<Diagnostic>> {
        let [was, is] = [stored, computed].map(JsonTree::root);
        let whole = |result: JsonValue<'_>| Some(result.field("excluded")?.items()?.next().is_none());
        let complete = [was, is].iter().all(|result| result.and_then(whole) == Some(true));
        let mut comparison = Comparison { pointer: String::new(), found: Vec::new(), complete };
        // The totals come first, since they matter most and a thousand entries may differ.
        let [totals, others] = [true, false].map(|totals| move |name: &str| (name == "totals") == totals);
        if let (Some(was), Some(is)) = (was, is) {
            comparison.fields(was, is, &totals);
            comparison.fields(was, is, &others);
        }
        let engine = was.and_then(|was| was.field("engine")?.text()).unwrap_or_default();
        let engine = shortened(&engine);
        let extract = footprint.extract().map(ToString::to_string);
        Ok(Self { engine, extract, deviations: comparison.found })
    }

    /// Whether nothing differs.
    pub fn holds(&self) -> bool {
        self.deviations.is_empty()
    }

    /// The verification as text.
    pub fn text(&self, language: Language) -> String {
        let engines = if self.engine == ENGINE {
            Printable(&self.engine).to_string()
        } else {
            let [stored, computed] =
                language.pick(["enregistré par", "recalculé par"], ["stored by", "recomputed by"]);
            format!("{stored} {}, {computed} {ENGINE}", Printable(&self.engine))
        };
        let extract = self.extract.as_ref().map(|sha256| {
            let with = language.pick(
                "calculé avec les lignes d’un extrait ; il faudrait les jeux eux-mêmes pour confirmer leurs empreintes : extrait",
                "computed with the rows of an extract; it would take the sets themselves to confirm their hashes: extract",
            );
            [with, " ", sha256, "\n"].concat()
        });
        let extract = extract.unwrap_or_default();
        if self.holds() {
            let text = language
                .pick("le résultat est confirmé, au microgramme près", "the result holds, to the microgram");
            return format!("{text} ({engines})\n{extract}");
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
        text.push_str(&extract);
        let [stored, computed] = language.pick(["enregistré", "calculé"], ["stored", "computed"]);
        for deviation in &self.deviations {
            let Deviation { pointer, stored: was, computed: is } = deviation;
            let value = |text: &str| match text {
                "" => String::from(language.pick("rien", "nothing")),
                text => Printable(text).to_string(),
            };
            let (pointer, colon) = (Printable(pointer), language.colon());
            text.push_str(&format!("{pointer}{colon}{stored} {}, {computed} {}\n", value(was), value(is)));
        }
        text
    }
}

/// A comparison in progress, with its current position.
struct Comparison {
    pointer: String,
    found: Vec<Deviation>,
    /// Whether neither result leaves a line out.
    complete: bool,
}

/// A field of a result.
type Field<'t> = (Cow<'t, str>, JsonValue<'t>);

impl Comparison {
    /// Compares the selected fields of two objects, in the order of their names.
    fn fields(&mut self, was: JsonValue<'_>, is: JsonValue<'_>, wanted: &dyn Fn(&str) -> bool) {
        let [was, is] = [was, is].map(|object| {
            let fields = object.fields().into_iter().flatten().filter(|(name, _)| wanted(name)).collect();
            sorted(fields, |(one, _): &Field<'_>, (other, _)| one.cmp(other))
        });
        let mut computed = is.into_iter().peekable();
        let mut new = Vec::new();
        for (name, was) in was {
            while let Some(before) = computed.next_if(|(other, _)| *other < name) {
                new.push(before);
            }
            let is = computed.next_if(|(other, _)| *other == name).map(|(_, is)| is);
            self.within(&name, Some(was), is);
        }
        for (name, is) in new.into_iter().chain(computed) {
            self.within(&name, None, Some(is));
        }
    }

    /// Compares the values of a field, or of an item of a list.
    fn within(&mut self, name: &str, was: Option<JsonValue<'_>>, is: Option<JsonValue<'_>>) {
        let here = self.pointer.len();
        write_name(&mut self.pointer, name);
        self.values(was, is);
        self.pointer.truncate(here);
    }

    /// Adds the differences between two values.
    fn values(&mut self, was: Option<JsonValue<'_>>, is: Option<JsonValue<'_>>) {
        let written = [was, is].map(|value| value.map(JsonValue::written));
        if written[0] == written[1] || self.found.len() >= MOST || self.may_differ(written) {
            return;
        }
        if let (Some(was), Some(is)) = (was, is) {
            if let (Some(mut was), Some(mut is)) = (was.items(), is.items()) {
                for at in 0_usize.. {
                    let (was, is) = (was.next(), is.next());
                    if was.is_none() && is.is_none() {
                        return;
                    }
                    self.within(&at.to_string(), was, is);
                }
            }
            if was.fields().is_some() && is.fields().is_some() {
                return self.fields(was, is, &|_| true);
            }
            if was.same(is) {
                return;
            }
        }
        let told = |value: JsonValue<'_>| value.json(SHOWN);
        let [stored, computed] = [was, is].map(|value| value.map(told).unwrap_or_default());
        self.found.push(Deviation { pointer: shortened_to(&self.pointer, SHOWN), stored, computed });
    }

    /// Whether the values at the current position may differ: the engine, whether the rows of a set are from an extract, and
    /// what would be done with a line that has no factor where all of them have one.
    fn may_differ(&self, written: [Option<&str>; 2]) -> bool {
        let set = self.pointer.strip_prefix("/sets/").and_then(|rest| rest.strip_suffix("/extract"));
        let is_set = set.is_some_and(|set| set.bytes().all(|byte| byte.is_ascii_digit()));
        let unneeded = self.complete && self.pointer == "/options/unpriced";
        unneeded || self.pointer == "/engine" || is_set && written.contains(&None)
    }
}
