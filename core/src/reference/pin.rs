//! Pins: exactly the sets and tables that must be used.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::location::Location;
use crate::diagnostic::parameter::Excerpt;
use crate::diagnostic::problems::Problems;
use crate::reference::references::{References, TableHash};

impl References {
    /// Returns these tables if they are exactly those that are pinned: the names and hashes of
    /// [`References::hashes`], in the same order. A production can pin its own sets (`sets`). An extract states the
    /// hashes of the sets that its rows are from, so it satisfies their pins; every result that is computed with it
    /// says so.
    ///
    /// # Errors
    /// Each pin whose hash is invalid; otherwise each set that differs from the one pinned at its position, with what
    /// was expected and what was found. The first 1,000 are kept, and one more says how many others there are.
    ///
    /// ```
    /// use claquette::References;
    /// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
    /// let pins: Vec<(String, String)> =
    ///     references.hashes().map(|hash| (hash.name.to_string(), hash.sha256.to_string())).collect();
    /// let pins: Vec<(&str, &str)> = pins.iter().map(|(name, sha256)| (&**name, &**sha256)).collect();
    /// let references = references.pinned(&pins).unwrap();
    /// let mine = "id,place,unit,value,source\nx,FR,kgCO2e/kWh,1,me\n";
    /// let problems = references.with_set("mine", mine).unwrap().pinned(&pins).unwrap_err();
    /// assert_eq!(problems[0].code(), "other-set");
    /// ```
    pub fn pinned(self, pins: &[(&str, &str)]) -> Result<Self, Vec<Diagnostic>> {
        let mut problems = Problems::default();
        let mut report = |pointer: String, problem: Problem| {
            problems.push(Diagnostic::at(Location::Pointer(pointer), problem));
        };
        let mut malformed = false;
        for (at, (_, sha256)) in pins.iter().enumerate().filter(|(_, (_, sha256))| !is_sha256(sha256)) {
            report(format!("/{at}/sha256"), Problem::InvalidHash { text: (*sha256).into() });
            malformed = true;
        }
        if !malformed {
            self.others(pins).for_each(|(at, problem)| report(format!("/{at}"), problem));
        }
        if problems.is_empty() { Ok(self) } else { Err(problems.finish()) }
    }

    /// The positions at which the sets are not those that are pinned.
    pub(crate) fn others<'a>(
        &'a self,
        pins: &'a [(&'a str, &'a str)],
    ) -> impl Iterator<Item = (usize, Problem)> + 'a {
        let there: Vec<TableHash<'_>> = self.hashes().collect();
        let same = |pin: Option<&(&str, &str)>, set: Option<&TableHash<'_>>| match (pin, set) {
            (Some(pin), Some(set)) => pin.0 == set.name && pin.1.eq_ignore_ascii_case(set.sha256),
            _ => false,
        };
        let expected = |(name, sha256): &(&str, &str)| TableHash { name, sha256, extract: None }.text();
        (0..there.len().max(pins.len())).filter_map(move |at| {
            let (pin, set) = (pins.get(at), there.get(at));
            let (shown, found) = (|| pin.map(expected).map(Excerpt), || set.map(TableHash::text));
            (!same(pin, set))
                .then(|| (at, Problem::OtherSet { expected: shown(), found: found().map(Excerpt) }))
        })
    }
}

/// Whether a text is a SHA-256: 64 hexadecimal digits.
pub(crate) fn is_sha256(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}
