//! "Did you mean": the nearest of the valid words.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::text::folding;

/// Longer words are not compared, so that a long text costs no time.
const LONGEST: usize = 64;

/// The maximum number of candidates compared.
const MOST: usize = 20_000;

/// The candidate nearest to the input, if one is near.
///
/// Near means at most a third of the letters away (Damerau's edits: insert, drop, replace, swap),
/// with case and accents ignored.
pub(crate) fn nearest<'a>(input: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    if input.is_empty() || input.len() > LONGEST {
        return None;
    }
    let input = plain(input);
    let most = (input.len() / 3).max(1);
    candidates
        .into_iter()
        .take(MOST)
        .filter(|candidate| candidate.len() <= LONGEST && !is_opposite(&input, candidate))
        .map(|candidate| (distance(&input, &plain(candidate)), candidate))
        .filter(|(distance, _)| *distance <= most)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate.to_string())
}

/// Whether a word is the opposite: `included` is never a suggestion for `excluded`.
fn is_opposite(input: &[char], candidate: &str) -> bool {
    let begins = |with: &str| input.iter().copied().take(2).eq(with.chars());
    begins("in") && candidate.starts_with("ex") || begins("ex") && candidate.starts_with("in")
}

/// The letters without case and accents, with look-alike punctuation unified.
pub(crate) fn plain(text: &str) -> Vec<char> {
    text.chars()
        .flat_map(folding::plain)
        .map(|letter| match letter {
            '’' | '‘' | 'ʻ' | 'ʼ' => '\'',
            '_' | ' ' | '\u{a0}' | '\u{2010}' | '\u{2011}' | '–' => '-',
            other => other,
        })
        .collect()
}

/// Damerau's distance with adjacent swaps (optimal string alignment), three rows at a time.
pub(crate) fn distance(left: &[char], right: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=right.len()).collect();
    let mut last_left = None;
    for (row, &letter) in left.iter().enumerate() {
        let mut current = Vec::with_capacity(above.len());
        current.push(row.saturating_add(1));
        let mut last_right = None;
        for (column, &other) in right.iter().enumerate() {
            let get = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX);
            let mut best = get(&above, column.saturating_add(1)).saturating_add(1);
            best = best.min(get(&current, column).saturating_add(1));
            best = best.min(get(&above, column).saturating_add(usize::from(letter != other)));
            if last_left == Some(other) && last_right == Some(letter) {
                best = best.min(get(&before, column.saturating_sub(1)).saturating_add(1));
            }
            current.push(best);
            last_right = Some(other);
        }
        before = core::mem::replace(&mut above, current);
        last_left = Some(letter);
    }
    above.last().copied().unwrap_or(left.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_meant() {
        let fields = ["title", "place", "period", "lines"];
        assert_eq!(nearest("tittle", fields), Some("title".into()));
        assert_eq!(nearest("palce", fields), Some("place".into())); // one swap
        assert_eq!(nearest("PLACE", fields), Some("place".into()));
        assert_eq!(nearest("budget", fields), None);
        assert_eq!(nearest("included", ["excluded"]), None);
        assert_eq!(nearest(&"a".repeat(65), fields), None);
    }
}
