//! Search: the factors that match a query.

use alloc::collections::BTreeSet;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::cmp::Reverse;

use crate::collection::sorting::sorted;
use crate::factor::row::{Factor, FactorStatus};
use crate::factor::set::FactorSet;
use crate::factor::source::Scope;
use crate::pricing::resolve::OFFICIAL;
use crate::reference::references::References;
use crate::text::folding::is_of_word;
use crate::text::language::Language;
use crate::text::similarity::{distance, plain};

/// Words that are ignored in a query.
const EMPTY: [&str; 21] = [
    "de", "du", "des", "d", "la", "le", "les", "l", "un", "une", "et", "en", "au", "aux", "a", "of", "the",
    "in", "by", "and", "for",
];

/// The most different words of a query.
const MOST: usize = 100;

/// The most letters of a word of a query. A query with a longer word finds nothing, since the time to compare words
/// grows with the product of their lengths.
const LONGEST: usize = 64;

/// The factors that match a query, the best first.
///
/// Each word must match: in the names of a factor in French or English, in its identifier, in its keys and their
/// names, in its place, unit or year, or in its note and source. Case and accents are ignored. A whole word weighs
/// more than the beginning of one, which weighs more than a part of one. Typing errors are tolerated if nothing else
/// matches: one letter in words of five to seven, two in longer ones, never the first. A repeated word counts once,
/// and a query of more than a hundred different words finds nothing. Among equal matches, usable factors come before
/// suspect ones, then newer ones first,
/// where one of a worldwide data set counts as three years older than it is, as when a factor is chosen.
///
/// ```
/// use claquette::{References, search};
/// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
/// let found = search(&references, "electricite 2024");
/// assert_eq!(found[0].id, "electricity.fr.2024.ademe");
/// assert_eq!(search(&references, "hotle royaume-uni londres")[0].id, search(&references, "hotel london")[0].id);
/// ```
pub fn search<'a>(references: &'a References, text: &str) -> Vec<&'a Factor> {
    let mut seen = BTreeSet::new();
    let words = words(text).filter(|word| !is_empty(word) && seen.insert(word.clone()));
    let words: Vec<Vec<char>> = words.take(MOST.saturating_add(1)).collect();
    if words.is_empty() || words.len() > MOST || words.iter().any(|word| word.len() > LONGEST) {
        return Vec::new();
    }
    let mut found: Vec<(u32, &Factor)> = Vec::new();
    for factor in references.factors() {
        let fields = Fields::of(factor, references);
        let mut weights = words.iter().map(|word| fields.weight(word));
        let total = weights.try_fold(0_u32, |total, weight| Some(total.saturating_add(weight?)));
        found.extend(total.map(|total| (total, factor)));
    }
    let suspect = |factor: &Factor| factor.status != FactorStatus::Usable;
    // As a factor is chosen: an official series of up to three years goes before a worldwide data set.
    // What a source vouches for counts where a worldwide row is its rival.
    let rivalled = |factor: &Factor| {
        let place = factor.place_id.filter(|_| factor.scope == Scope::National);
        let asked = factor.keys.iter().filter_map(|key| Some((*key, place?)));
        let mut rows = asked.flat_map(|(key, place)| {
            let of_set =
                move |set: &'a FactorSet| set.candidates(key, place).filter_map(|(_, row)| set.get(row));
            references.sets().flat_map(of_set)
        });
        rows.any(|row| row.scope == Scope::Worldwide)
    };
    let rank = |(weight, factor): &(u32, &Factor)| {
        let worldwide = factor.scope == Scope::Worldwide;
        let until = factor.valid_until.filter(|until| Some(*until) > factor.year && rivalled(factor));
        let year = until.or(factor.year);
        let year = year.map(|year| year.saturating_sub(if worldwide { OFFICIAL } else { 0 }));
        (Reverse(*weight), suspect(factor), Reverse(year), worldwide)
    };
    sorted(found, |one, other| rank(one).cmp(&rank(other))).into_iter().map(|(_, factor)| factor).collect()
}

/// The words by which a factor is found.
struct Fields {
    /// The words of names, keys and identifier.
    names: Vec<Vec<char>>,
    /// Those of place, unit and year, of which only whole words and beginnings match.
    facts: Vec<Vec<char>>,
    /// Those of note and source.
    notes: Vec<Vec<char>>,
}

impl Fields {
    fn of(factor: &Factor, references: &References) -> Self {
        let languages = [Language::Fr, Language::En];
        let mut names: Vec<Vec<char>> = Vec::new();
        names.extend(languages.iter().flat_map(|language| words(factor.label(*language))));
        names.extend(words(&factor.id));
        for key in factor.keys.iter().filter_map(|id| references.keys().get(*id)) {
            names.extend(words(&key.name));
            names.extend(languages.iter().flat_map(|language| words(key.label(*language))));
        }
        let year = factor.year.map(|year| year.to_string()).unwrap_or_default();
        let unit = factor.unit;
        let mut facts: Vec<Vec<char>> = Vec::new();
        for text in [&*year, &*factor.place, &*unit.to_string()] {
            facts.push(plain(text));
            facts.extend(words(text));
        }
        facts.extend(languages.iter().flat_map(|language| words(&unit.label(*language)).collect::<Vec<_>>()));
        // The place, and the places that contain it: London is in the United Kingdom. The world is left out, since it
        // contains all.
        let places = references.places();
        let mut next = factor.place_id;
        while let Some(place) = next {
            let code = places.code(place);
            if Some(place) != places.world() || code == factor.place {
                let names = languages.iter().filter_map(|language| places.name(code, *language));
                facts.extend(names.flat_map(words));
            }
            next = places.parent(place);
        }
        let notes = [&factor.note, &factor.source.name, &factor.source_row];
        Self { names, facts, notes: notes.into_iter().flat_map(|text| words(text)).collect() }
    }

    /// The weight of a word; `None` if it does not match.
    fn weight(&self, word: &[char]) -> Option<u32> {
        let any = |fields: &[Vec<char>], is: fn(&[char], &[char]) -> bool| {
            fields.iter().any(|field| is(field, word))
        };
        let whole = |field: &[char], word: &[char]| field == word;
        let begins = |field: &[char], word: &[char]| field.starts_with(word);
        let part = |field: &[char], word: &[char]| {
            word.len() >= 4 && field.windows(word.len()).any(|window| window == word)
        };
        // One letter may be wrong in words of five to seven letters, two in longer ones, never the first: `VTC` is
        // not Vermont, nor `tournage` `courtage`.
        let slip = |field: &[char], word: &[char]| {
            let most = match word.len() {
                0..5 => return false,
                5..8 => 1,
                _ => 2,
            };
            let near = field.len().abs_diff(word.len()) <= most && field.first() == word.first();
            let is_number = word.iter().any(char::is_ascii_digit);
            near && !is_number && distance(word, field) <= most
        };
        match () {
            () if any(&self.names, whole) => Some(16),
            () if any(&self.facts, whole) => Some(14),
            () if any(&self.names, begins) => Some(10),
            () if any(&self.facts, begins) => Some(8),
            () if any(&self.names, part) => Some(6),
            () if any(&self.notes, begins) => Some(4),
            () if any(&self.names, slip) || any(&self.facts, slip) => Some(2),
            () => None,
        }
    }
}

/// The words of a text, without case and accents.
fn words(text: &str) -> impl Iterator<Item = Vec<char>> {
    let parts = text.split(|letter| !is_of_word(letter));
    parts.filter(|word| !word.is_empty()).map(plain)
}

/// Whether a word is ignored in a query.
fn is_empty(word: &[char]) -> bool {
    let word: String = word.iter().collect();
    EMPTY.contains(&&*word)
}
