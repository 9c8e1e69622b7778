//! Published means: the average emissions of works of one kind, from surveys of many works.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::collection::name_map::NameIndex;
use crate::diagnostic::problems::Problems;
use crate::factor::source::{Source, Sources};
use crate::number;
use crate::number::decimal::times;
use crate::number::mass::Mass;
use crate::reference::production_kind::ProductionKind;
use crate::table::Table;
use crate::table::columns::Content;
use crate::text::language::Language;
use crate::text::vocabulary::{Term, vocabulary};

vocabulary! {
    /// What a published mean is per.
    pub enum MeanOf {
        Work = "work", "par œuvre", "a work";
        Episode = "episode", "par épisode", "an episode";
        Edition = "edition", "par numéro", "an edition";
        Spot = "spot", "par spot", "a spot";
        Hour = "hour", "par heure de contenu", "an hour of content";
        ShootingDay = "shooting-day", "par jour de tournage", "a shooting day";
    }
}

/// A published mean: the average emissions of works of one kind, from a source that has surveyed many.
///
/// It places a footprint beside others, and does not rate it: the works surveyed used other factors and other
/// perimeters, some footprints are forecasts, and no median is published beside the mean.
///
/// ```
/// use claquette::{References, Term};
/// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
/// let mut films = references.published_means().filter(|mean| mean.kind.text() == "feature-film");
/// let film = films.next().unwrap();
/// // 271 t a film (Ecoprod, footprints of Carbon'Clap, 2024)
/// assert_eq!((film.of.text(), film.mean.kilograms().to_string().as_str()), ("work", "271000"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedMean {
    /// Its identifier.
    pub id: String,
    /// The kind of works.
    pub kind: ProductionKind,
    /// What it is per.
    pub of: MeanOf,
    /// The mean.
    pub mean: Mass,
    /// The lowest value that was found, if the source states it.
    pub least: Option<Mass>,
    /// The highest value that was found, if the source states it.
    pub most: Option<Mass>,
    /// The year or the years of the works or of their footprints.
    pub period: String,
    /// How many works or footprints it is of, if that is known.
    pub sample: Option<u32>,
    /// Where it was read, if not in the report of its source: it is at second hand.
    pub read_in: String,
    /// Its source.
    pub source: Source,
    perimeter_fr: String,
    perimeter_en: String,
    note_fr: String,
    note_en: String,
}

impl PublishedMean {
    /// What its footprints count; may be empty.
    pub fn perimeter(&self, language: Language) -> &str {
        language.pick(&self.perimeter_fr, &self.perimeter_en)
    }

    /// A note; may be empty.
    pub fn note(&self, language: Language) -> &str {
        language.pick(&self.note_fr, &self.note_en)
    }
}

/// The table of published means.
pub(crate) const MEANS: &str = "means.csv";

/// The columns of the table; masses are in tonnes.
const COLUMNS: &[&str] = &[
    "id",
    "kind",
    "of",
    "mean",
    "least",
    "most",
    "source",
    "source_row",
    "note_fr",
    "note_en",
    "period",
    "sample",
    "perimeter_fr",
    "perimeter_en",
    "read_in",
];

/// The number of required columns: the first ones.
const REQUIRED: usize = 10;

/// Reads the table; a missing one has no rows.
pub(crate) fn read(
    content: Option<Content<'_>>,
    sources: &Sources,
    problems: &mut Problems,
) -> Vec<PublishedMean> {
    let Some(content) = content else { return Vec::new() };
    let table = Table::read(MEANS, content, COLUMNS, REQUIRED, problems);
    let (mut means, mut seen) = (Vec::new(), NameIndex::default());
    for row in table.rows() {
        let unique = row.unique("id", &mut seen, problems);
        let kind = row.parse("kind", ProductionKind::parse, problems);
        let of = row.parse("of", MeanOf::parse, problems);
        let mean = row.parse("mean", tonnes, problems);
        let least = row.parse_optional("least", tonnes, problems);
        let most = row.parse_optional("most", tonnes, problems);
        let sample = row.parse_optional("sample", |cell| cell.parse().ok(), problems);
        let source = sources.find(row.get("source"));
        if source.is_none() {
            problems.push(row.unknown("source", row.get("source"), sources.ids()));
        }
        if let (true, Some(kind), Some(of), Some(mean), Some(source)) = (unique, kind, of, mean, source) {
            let text = |column| row.get(column).to_string();
            means.push(PublishedMean {
                id: text("id"),
                kind,
                of,
                mean,
                least,
                most,
                period: text("period"),
                sample,
                read_in: text("read_in"),
                source: source.clone(),
                perimeter_fr: text("perimeter_fr"),
                perimeter_en: text("perimeter_en"),
                note_fr: text("note_fr"),
                note_en: text("note_en"),
            });
        }
    }
    means
}

/// A positive mass in tonnes.
fn tonnes(cell: &str) -> Option<Mass> {
    let micrograms = times(number::parse(cell).ok()?, Decimal::from(1_000_000_000_000_u64))?.normalize();
    let positive = micrograms.scale() == 0 && micrograms > Decimal::ZERO;
    positive.then(|| Mass::from_micrograms(micrograms.mantissa())).flatten()
}
