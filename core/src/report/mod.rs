//! The report that people read: a text in French or English.

pub(crate) mod bar;
pub(crate) mod coverage;
pub(crate) mod html;
pub(crate) mod lines;
pub(crate) mod means;
pub(crate) mod notes;
pub(crate) mod summary;
pub(crate) mod uncertainty;

use alloc::string::String;

use crate::ledger::footprint::Footprint;
use crate::text::folding::upper;
use crate::text::language::Language;
use crate::text::printable::printable;
use crate::uncertainty::options::UncertaintyOptions;
use crate::uncertainty::result::FootprintUncertainty;
use crate::uncertainty::uncertainty;

/// Places where a line must not be broken in French: after an opening quotation mark, before a closing one and before
/// high punctuation.
const GLUED: [(&str, &str); 6] = [
    ("« ", "«\u{a0}"),
    (" »", "\u{a0}»"),
    (" ;", "\u{a0};"),
    (" :", "\u{a0}:"),
    (" ?", "\u{a0}?"),
    ("n° ", "n°\u{a0}"),
];

/// The width of a report, in characters.
const WIDTH: usize = 96;

/// A footprint as text: the total with its interval, the posts with bars, the largest lines as quantity × steps × factor, the
/// indicators, what makes the total uncertain, published means of works of its kind, the coverage of the budget, what is left out, warnings, proxies,
/// assumptions and sources.
///
/// ```
/// use claquette::{Language, Limits, Options, References, check_json, compute, report};
/// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
/// let input = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024},
///   "lines": [{"id": "L1", "what": {"electricity": {"energy": {"value": "120000", "unit": "kWh"}}}}]}"#;
/// let production = check_json(input, &references, &Limits::default()).production.unwrap();
/// let footprint = compute(&production, &references, &Options::default()).unwrap();
/// assert!(report(&footprint, Language::Fr).contains("6,2\u{a0}t (4,1 à 9,4) CO2e"));
/// ```
pub fn report(footprint: &Footprint, language: Language) -> String {
    let uncertainty = uncertainty(footprint, &UncertaintyOptions::default());
    let mut page = Page { text: String::new(), footprint, uncertainty, language };
    page.summary();
    page.posts();
    page.indicators();
    page.uncertainty();
    page.published_means();
    page.coverage();
    page.equivalences();
    page.largest_lines();
    page.left_out();
    page.warnings();
    page.proxies();
    page.assumptions();
    page.sources();
    page.limits();
    page.text
}

/// A report that is being written.
struct Page<'a> {
    text: String,
    footprint: &'a Footprint,
    uncertainty: FootprintUncertainty,
    language: Language,
}

impl Page<'_> {
    /// The text in the language of the report.
    fn say<T>(&self, fr: T, en: T) -> T {
        self.language.pick(fr, en)
    }

    /// Adds a line.
    fn line(&mut self, text: &str) {
        self.text.extend(text.trim_end().chars().map(printable));
        self.text.push('\n');
    }

    /// Begins a section.
    fn heading(&mut self, fr: &str, en: &str) {
        let title: String = self.say(fr, en).chars().map(upper).collect();
        self.line("");
        self.line(&title);
    }

    /// A section, unless there is nothing in it.
    fn section(&mut self, fr: &str, en: &str, write: impl FnOnce(&mut Self)) {
        let before = self.text.len();
        self.heading(fr, en);
        let begun = self.text.len();
        write(self);
        if self.text.len() == begun {
            self.text.truncate(before);
        }
    }

    /// Adds a paragraph: its first line after a mark, the following lines with the same indentation.
    fn paragraph(&mut self, mark: &str, text: &str) {
        let indent = mark.chars().count();
        let mut line = String::from(mark);
        let mut length = indent;
        let text: String = text.chars().map(printable).collect();
        let text = GLUED.iter().fold(text, |text, (apart, glued)| text.replace(apart, glued));
        for word in text.split(' ') {
            let letters = word.chars().count();
            if length > indent && length.saturating_add(letters) >= WIDTH {
                self.line(&line);
                line = " ".repeat(indent);
                length = indent;
            }
            line.push_str(word);
            line.push(' ');
            length = length.saturating_add(letters).saturating_add(1);
        }
        self.line(&line);
    }
}
