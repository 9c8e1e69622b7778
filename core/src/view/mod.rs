//! Views: the ledger grouped along an axis. Every view sums to the same total.

pub(crate) mod axis;
pub(crate) mod coverage;
pub(crate) mod indicator;
pub(crate) mod labels;
pub(crate) mod monetary;

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::collection::name_map::NameMap;
use crate::collection::sorting::sorted;
use crate::factor::split::{Account, Part};
use crate::ledger::footprint::Footprint;
use crate::number::mass::Mass;
use crate::number::ratio::share;
use crate::text::language::Language;
use crate::view::axis::{Axis, Rank};

/// A group of a view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The code of the group: a term, a code, or a value of a label; empty for entries without one.
    pub group: String,
    /// The French label.
    pub fr: String,
    /// The English label.
    pub en: String,
    /// Its mass.
    pub mass: Mass,
}

impl Group {
    /// The label in a language, as it was entered: whoever shows it on a terminal or a page makes it safe, as
    /// [`View::text`] does.
    pub fn label(&self, language: Language) -> &str {
        language.pick(&self.fr, &self.en)
    }
}

/// An account of a footprint grouped along an axis: the groups and the mass left out sum to the total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// The axis.
    pub axis: Axis,
    /// The account.
    pub account: Account,
    /// The groups that have a mass, in the order of the axis; what belongs to none is last.
    pub groups: Vec<Group>,
    /// The mass of the parts that the view leaves out.
    pub left_out: Mass,
    /// The total of the account.
    pub total: Mass,
    /// How many lines the footprint itself leaves out, since there was no factor for them.
    pub excluded: u32,
}

/// A view of an account of a footprint, without some life-cycle parts.
///
/// ```
/// use claquette::{Account, Axis, Limits, Options, Part, References, check_json, compute, view};
/// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
/// let input = br#"{"format": 1, "kind": "news", "place": "GB", "period": {"year": 2024}, "lines": [
///   {"id": "L1", "what": {"plane": {"distance": {"value": "1000", "unit": "km"}, "passengers": "2"}}}]}"#;
/// let production = check_json(input, &references, &Limits::default()).production.unwrap();
/// let footprint = compute(&production, &references, &Options::default()).unwrap();
/// // 2,000 passenger.km × (combustion 0.10974 + contrails 0.07618 + upstream 0.02286)
/// let whole = view(&footprint, &Axis::Post, Account::Counted, &[]);
/// assert_eq!(whole.groups[0].mass.kilograms().to_string(), "417.56");
/// let dry = view(&footprint, &Axis::Post, Account::Counted, &[Part::Contrails]);
/// assert_eq!(dry.groups[0].mass.kilograms().to_string(), "265.2");
/// assert_eq!(dry.left_out.kilograms().to_string(), "152.36");
/// ```
pub fn view(footprint: &Footprint, axis: &Axis, account: Account, without: &[Part]) -> View {
    let mut groups = Groups::default();
    let mut left_out = Mass::ZERO;
    let mut line = Vec::new();
    let mut entries = footprint.in_account(account).peekable();
    while let Some(entry) = entries.next() {
        if without.contains(&entry.part) {
            left_out = plus(left_out, entry.mass);
        } else if let Some(rank) = axis.of_entry(footprint, &entry) {
            groups.add(rank, entry.mass);
        } else {
            line.push(entry.mass);
        }
        // Axes that share a line share all of it at once, so that a total is rounded only once.
        if entries.peek().is_none_or(|next| next.line != entry.line) && !line.is_empty() {
            let mass = Mass::sum(line.drain(..)).unwrap_or_default();
            groups.share(axis.of_line(footprint, entry.line), mass);
        }
    }
    View {
        axis: axis.clone(),
        account,
        groups: groups.into_vec(footprint, axis),
        left_out,
        total: footprint.total(account),
        excluded: u32::try_from(footprint.excluded.len()).unwrap_or(u32::MAX),
    }
}

#[derive(Clone, Default)]
struct Groups(NameMap<'static, (Rank, Mass)>);

impl Groups {
    fn add(&mut self, rank: Rank, mass: Mass) {
        let name = [&*rank.0.to_string(), " ", &rank.1].concat();
        if let Some((_, group)) = self.0.enter(name, (rank, mass)) {
            *group = plus(*group, mass);
        }
    }

    /// Shares a mass among ranks by their weights.
    fn share(&mut self, ranks: Vec<(Rank, rust_decimal::Decimal)>, mass: Mass) {
        let weights: Vec<_> = ranks.iter().map(|(_, weight)| *weight).collect();
        match share(mass, &weights) {
            Some(shares) => ranks.into_iter().zip(shares).for_each(|((rank, _), mass)| self.add(rank, mass)),
            None => self.add((u32::MAX, String::new()), mass),
        }
    }

    fn into_vec(self, footprint: &Footprint, axis: &Axis) -> Vec<Group> {
        let filled = self.0.into_values().into_iter().filter(|(_, mass)| *mass != Mass::ZERO);
        sorted(filled.collect(), |(rank, _): &(Rank, Mass), (other, _)| rank.cmp(other))
            .into_iter()
            .map(|(rank, mass)| {
                let [fr, en] =
                    [Language::Fr, Language::En].map(|language| axis.label(footprint, &rank, language));
                Group { group: rank.1, fr, en, mass }
            })
            .collect()
    }
}

/// The sum of two masses of one footprint, whose sum of absolute masses does not overflow.
fn plus(a: Mass, b: Mass) -> Mass {
    a.checked_add(b).unwrap_or_default()
}
