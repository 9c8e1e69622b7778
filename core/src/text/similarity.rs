//! "Did you mean": the nearest of the valid words.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::text::folding;

/// Longer words are not compared, so that a long text costs no time.
const LONGEST: usize = 64;

/// How many letters and cells of distances are looked at for all words of one document or call together: some tenths of
/// a second.
const STEPS: usize = 50_000_000;

/// The candidate nearest to the input, if one is near, as [`Guesses::nearest`] finds it.
pub(crate) fn nearest<'a>(input: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    Guesses::default().nearest(input, candidates)
}

/// What the guesses at words may still cost. Both the words and their candidates come from callers: a bound on either
/// alone would not bound their product.
#[derive(Debug)]
pub(crate) struct Guesses {
    steps: usize,
    rows: Rows,
    letters: Vec<char>,
}

impl Default for Guesses {
    fn default() -> Self {
        Self { steps: STEPS, rows: Rows::default(), letters: Vec::new() }
    }
}

impl Guesses {
    /// The candidate nearest to the input, if one is near and enough steps are left to find it.
    ///
    /// Near means at most a third of the letters away (Damerau's edits: insert, drop, replace, swap),
    /// with case and accents ignored.
    pub(crate) fn nearest<'a>(
        &mut self,
        input: &str,
        candidates: impl IntoIterator<Item = &'a str>,
    ) -> Option<String> {
        if input.is_empty() || input.len() > LONGEST {
            return None;
        }
        let input = plain(input);
        // What is looked for is nearer with each candidate that is found; the first of several as near is kept.
        let mut within = (input.len() / 3).max(1);
        let mut found = None;
        for candidate in candidates {
            if candidate.len() > LONGEST || is_opposite(&input, candidate) {
                self.steps = self.steps.checked_sub(1)?;
                continue;
            }
            self.letters.clear();
            self.letters.extend(letters(candidate));
            let distance = self.rows.distance(&input, &self.letters, within);
            self.steps = self.steps.checked_sub(self.letters.len().saturating_add(self.rows.cells))?;
            if let Some(distance) = distance {
                found = Some(candidate);
                let Some(nearer) = distance.checked_sub(1) else { break };
                within = nearer;
            }
        }
        found.map(ToString::to_string)
    }
}

/// Whether a word is the opposite: `included` is never a suggestion for `excluded`.
fn is_opposite(input: &[char], candidate: &str) -> bool {
    let begins = |with: &str| input.iter().copied().take(2).eq(with.chars());
    begins("in") && candidate.starts_with("ex") || begins("ex") && candidate.starts_with("in")
}

/// The letters without case and accents, with look-alike punctuation unified.
pub(crate) fn plain(text: &str) -> Vec<char> {
    letters(text).collect()
}

/// Adds the letters of [`plain`] to a text. A table of places has thousands of names, most of them in ASCII.
pub(crate) fn add_plain(to: &mut Vec<u8>, text: &str) {
    if text.is_ascii() {
        let small = |byte: u8| if matches!(byte, b'_' | b' ') { b'-' } else { byte.to_ascii_lowercase() };
        to.extend(text.bytes().map(small));
    } else {
        letters(text).for_each(|letter| to.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes()));
    }
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(folding::plain).map(|letter| match letter {
        '’' | '‘' | 'ʻ' | 'ʼ' => '\'',
        '_' | ' ' | '\u{a0}' | '\u{2010}' | '\u{2011}' | '–' => '-',
        other => other,
    })
}

/// Damerau's distance with adjacent swaps (optimal string alignment).
pub(crate) fn distance(left: &[char], right: &[char]) -> usize {
    let most = left.len().max(right.len());
    Rows::default().distance(left, right, most).unwrap_or(most)
}

/// The last three rows of the table of a distance, and how many of its cells were computed.
#[derive(Debug, Default)]
struct Rows {
    before: Vec<usize>,
    above: Vec<usize>,
    current: Vec<usize>,
    cells: usize,
}

impl Rows {
    /// Damerau's distance with adjacent swaps, if it is at most so much: only cells that far from the diagonal are
    /// computed, and no more once a whole row is further away.
    fn distance(&mut self, left: &[char], right: &[char], most: usize) -> Option<usize> {
        self.cells = 0;
        if left.len().abs_diff(right.len()) > most {
            return None;
        }
        let width = right.len().saturating_add(1);
        self.above.clear();
        self.above.extend(0..width);
        self.before.clear();
        let mut last_left = None;
        for (row, &letter) in left.iter().enumerate() {
            let from = row.saturating_sub(most);
            let to = row.saturating_add(most).saturating_add(1).min(right.len());
            self.current.clear();
            self.current.resize(width, usize::MAX);
            let mut least = row.saturating_add(1);
            if let Some(first) = self.current.first_mut() {
                *first = least;
            }
            let mut last_right = from.checked_sub(1).and_then(|at| right.get(at)).copied();
            for (column, &other) in right.iter().enumerate().take(to).skip(from) {
                let get = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX);
                let next = column.saturating_add(1);
                let mut best = get(&self.above, next).min(get(&self.current, column)).saturating_add(1);
                best = best.min(get(&self.above, column).saturating_add(usize::from(letter != other)));
                if last_left == Some(other) && last_right == Some(letter) {
                    best = best.min(get(&self.before, column.saturating_sub(1)).saturating_add(1));
                }
                if let Some(cell) = self.current.get_mut(next) {
                    *cell = best;
                }
                least = least.min(best);
                last_right = Some(other);
            }
            self.cells = self.cells.saturating_add(to.saturating_sub(from));
            // A later row is reached through this one, or by a swap from the one above it, whose cells then are as far.
            if least > most {
                return None;
            }
            core::mem::swap(&mut self.before, &mut self.above);
            core::mem::swap(&mut self.above, &mut self.current);
            last_left = Some(letter);
        }
        self.above.last().copied().filter(|distance| *distance <= most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_ascii_are_those_of_any_text() {
        for text in (0..128_u8).map(|byte| String::from(char::from(byte))).chain(["Évry".into()]) {
            let mut added = Vec::new();
            add_plain(&mut added, &text);
            let expected: String = plain(&text).into_iter().collect();
            assert_eq!(added, expected.as_bytes(), "{text:?}");
        }
    }

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

    /// Every word of up to four letters of two, beside every other: the table without its bounds, written out.
    #[test]
    fn a_bounded_distance_is_the_distance_or_none() {
        fn whole(left: &[char], right: &[char]) -> usize {
            let (Some((l, lefts)), Some((r, rights))) = (left.split_last(), right.split_last()) else {
                return left.len().max(right.len());
            };
            let mut best = (whole(lefts, right) + 1).min(whole(left, rights) + 1);
            best = best.min(whole(lefts, rights) + usize::from(l != r));
            if let (Some((a, lefts)), Some((b, rights))) = (lefts.split_last(), rights.split_last())
                && (a, l) == (r, b)
            {
                best = best.min(whole(lefts, rights) + 1);
            }
            best
        }
        let mut words: Vec<Vec<char>> = alloc::vec![Vec::new()];
        let mut at = 0;
        while words[at].len() < 4 {
            for letter in ['a', 'b'] {
                let word = [&words[at][..], &[letter]].concat();
                words.push(word);
            }
            at += 1;
        }
        for left in &words {
            for right in &words {
                let distance = whole(left, right);
                for most in 0..5 {
                    let found = Rows::default().distance(left, right, most);
                    assert_eq!(
                        found,
                        Some(distance).filter(|distance| *distance <= most),
                        "{left:?} {right:?} {most}"
                    );
                }
            }
        }
    }

    /// The steps were bounded by word, not together: a hundred words beside twenty thousand took 40 seconds.
    #[test]
    fn all_guesses_together_take_so_many_steps() {
        // Equal letters but the last ten: each candidate costs its 60 letters, and cells of a band of 2 × 20 + 1.
        let names: Vec<String> =
            (0..1000).map(|at| ["a".repeat(50), alloc::format!("{at:010}")].concat()).collect();
        let input = ["a".repeat(50), "x".repeat(10)].concat();
        let mut guesses = Guesses::default();
        let mut found = 0;
        while guesses.nearest(&input, names.iter().map(String::as_str)).is_some() {
            found += 1;
        }
        // 60 letters and at most 60 × 41 cells are 2,520 steps, 2.52 million for all: at least 19 searches. The first
        // candidate is ten letters away and none is nearer, so that the others have a band of 2 × 9 + 1: at most 60 × 19
        // cells, at least 50 × 10; so at most 50 million / (1000 × 560) = 89.
        assert!((19..=89).contains(&found), "{found}");
        assert_eq!(guesses.nearest("palce", ["place"]), Some("place".into()), "what is small still fits");
    }
}
