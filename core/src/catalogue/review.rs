//! The review of a change of factors: its effect on a production.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::cmp::Reverse;

use crate::factor::split::Account;
use crate::ledger::footprint::Footprint;
use crate::ledger::position::LineAt;
use crate::number::display;
use crate::number::mass::Mass;
use crate::text::language::Language;
use crate::text::printable::Printable;
use crate::text::vocabulary::Term;

/// The effect of other factors on a production: each line whose mass changed, and the totals.
///
/// ```
/// use claquette::{Language, Limits, Options, References, Review, check_json, compute};
/// let before = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
/// let mine = "id,key,place,year,unit,value,source\nbeds,accommodation.hotel,FR,2024,kgCO2e/room.night,8.375,mine\n";
/// let after = before.clone().with_set("mine", mine).unwrap();
/// let input = br#"{"format": 1, "kind": "documentary", "place": "FR", "period": {"year": 2024},
///   "lines": [{"id": "L1", "what": {"hotel": {"rooms": 10, "nights": 1}}}]}"#;
/// let [before, after] = [before, after].map(|references| {
///     let production = check_json(input, &references, &Limits::default()).production.unwrap();
///     compute(&production, &references, &Options::default()).unwrap()
/// });
/// // 10 room nights × 6.7 kg, then × 8.375 kg: a quarter more.
/// let review = Review::of(&before, &after).unwrap();
/// let said = review.lines[0].message(Language::En);
/// assert_eq!(said, "L1: 67\u{a0}kg → 83.8\u{a0}kg (+25%), hotel.fr.2024.desnz → beds");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// The totals of the accounts that are not empty.
    pub totals: Vec<ReviewedMass>,
    /// The lines whose mass changed in an account, the largest change first.
    pub lines: Vec<ReviewedMass>,
}

/// A mass before and after a change of factors: that of a line, or a total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewedMass {
    /// The identifier of the line; empty for a total.
    pub line: String,
    /// The account.
    pub account: Account,
    /// The mass before.
    pub before: Mass,
    /// The mass after.
    pub after: Mass,
    /// The factors that priced the line before; empty for a total.
    pub factors_before: Vec<String>,
    /// The factors that price it after.
    pub factors_after: Vec<String>,
}

impl Review {
    /// Compares two footprints line by line; returns `None` if they are of different productions.
    pub fn of(before: &Footprint, after: &Footprint) -> Option<Self> {
        if !before.is_of_the_same_production(after) {
            return None;
        }
        let (earlier, later) = (Lines::of(before)?, Lines::of(after)?);
        let mut totals = Vec::new();
        let mut lines = Vec::new();
        for &account in Account::ALL {
            let total = ReviewedMass {
                line: String::new(),
                account,
                before: before.total(account),
                after: after.total(account),
                factors_before: Vec::new(),
                factors_after: Vec::new(),
            };
            for (line, tags) in (0_u32..).map(LineAt).zip(&before.lines) {
                let (was, is) = (earlier.mass(line, account), later.mass(line, account));
                if was != is {
                    lines.push(ReviewedMass {
                        line: tags.id.to_string(),
                        before: was,
                        after: is,
                        factors_before: earlier.factors(line),
                        factors_after: later.factors(line),
                        ..total.clone()
                    });
                }
            }
            if total.before != Mass::ZERO || total.after != Mass::ZERO {
                totals.push(total);
            }
        }
        lines.sort_by_key(|line| Reverse(line.before.micrograms().abs_diff(line.after.micrograms())));
        Some(Self { totals, lines })
    }
}

/// The masses and factors of the lines of a footprint, collected once.
struct Lines {
    masses: BTreeMap<(LineAt, Account), Mass>,
    factors: BTreeMap<LineAt, Vec<String>>,
}

impl Lines {
    fn of(footprint: &Footprint) -> Option<Self> {
        let mut lines = Self { masses: BTreeMap::new(), factors: BTreeMap::new() };
        for entry in footprint.entries() {
            let mass = lines.masses.entry((entry.line, entry.account)).or_default();
            *mass = mass.checked_add(entry.mass)?;
        }
        for product in &footprint.products {
            let id = footprint.factor_of(product)?.id.to_string();
            lines.factors.entry(product.line).or_default().push(id);
        }
        Some(lines)
    }

    fn mass(&self, line: LineAt, account: Account) -> Mass {
        self.masses.get(&(line, account)).copied().unwrap_or_default()
    }

    fn factors(&self, line: LineAt) -> Vec<String> {
        self.factors.get(&line).cloned().unwrap_or_default()
    }
}

impl ReviewedMass {
    /// The change as text: the line or the account, the masses, the difference, and the factors.
    pub fn message(&self, language: Language) -> String {
        let name = if self.line.is_empty() { self.account.label(language) } else { &self.line };
        let [was, is] = [self.before, self.after].map(|mass| display::mass(mass, language));
        let mut text = format!("{name}{}{was} → {is}", language.colon());
        let change = self.after.kilograms().checked_sub(self.before.kilograms());
        let share = change.and_then(|change| change.checked_div(self.before.kilograms().abs()));
        if let Some(share) = share.filter(|share| !share.is_zero()) {
            let sign = if share.is_sign_negative() { "" } else { "+" };
            text.push_str(&format!(" ({sign}{})", display::percent(share, language)));
        }
        if !self.line.is_empty() && self.account != Account::Counted {
            text.push_str(&format!(", {}", self.account.label(language)));
        }
        if self.factors_before != self.factors_after {
            let [was, is] = [&self.factors_before, &self.factors_after].map(|factors| factors.join(" + "));
            text.push_str(&format!(", {} → {}", or_none(&was), or_none(&is)));
        }
        Printable(&text).to_string()
    }
}

fn or_none(text: &str) -> &str {
    if text.is_empty() { "—" } else { text }
}
