//! The changes between two footprints of one production: factor by factor, to the microgram.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use crate::collection::sorting::sorted;
use crate::factor::split::Account;
use crate::ledger::footprint::Footprint;
use crate::ledger::position::{FactorAt, LineAt};
use crate::ledger::used::factor::UsedFactor;
use crate::number::display;
use crate::number::mass::Mass;
use crate::text::language::Language;
use crate::text::printable::Printable;

/// The changes of an account from one footprint of a production to another, for example with the factors of another
/// year. The differences of its rows sum to the difference of the totals.
///
/// How many rows the text of a variance lists.
const LISTED: usize = 100;

/// ```
/// use claquette::{Account, Limits, Options, References, Variance, check_json, compute};
/// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
/// let input = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024}, "lines": [
///   {"id": "L1", "what": {"electricity": {"energy": {"value": "1000", "unit": "kWh"}}}}]}"#;
/// let production = check_json(input, &references, &Limits::default()).production.unwrap();
/// let before = compute(&production, &references, &Options::default()).unwrap();
/// let mine = "id,key,place,year,unit,value,source\n\
///             contract,energy.electricity,FR,2024,kgCO2e/kWh,0.0119,our supplier\n";
/// let after = compute(&production, &references.with_set("mine", mine).unwrap(), &Options::default()).unwrap();
/// let variance = Variance::between(&before, &after, Account::Counted).unwrap();
/// // 1,000 kWh × (0.0119 − 0.0519) kgCO2e/kWh (Base Carbone 43642, France 2024) = −40 kgCO2e
/// assert_eq!(variance.difference.kilograms().to_string(), "-40");
/// assert_eq!(variance.rows[0].after.as_ref().unwrap().id, "contract");
/// ```
#[derive(Clone, Debug)]
pub struct Variance {
    /// The account.
    pub account: Account,
    /// Its total before.
    pub before: Mass,
    /// Its total after.
    pub after: Mass,
    /// The total after minus the total before.
    pub difference: Mass,
    /// The changes, from the largest difference to the smallest.
    pub rows: Vec<VarianceRow>,
}

/// The effect of replacing one factor by another on the same quantities.
#[derive(Clone, Debug)]
pub struct VarianceRow {
    /// The factor before; `None` if the lines were not priced.
    pub before: Option<UsedFactor>,
    /// The factor after; `None` if the lines are not priced.
    pub after: Option<UsedFactor>,
    /// The number of products that it prices.
    pub products: u32,
    /// The mass before.
    pub mass_before: Mass,
    /// The mass after.
    pub mass_after: Mass,
    /// The mass after minus the mass before.
    pub difference: Mass,
}

impl VarianceRow {
    /// Whether something changes: the mass or the factor.
    fn changes(&self) -> bool {
        self.mass_before != self.mass_after || self.before != self.after
    }
}

/// A product of a line: the position of the line, and that of the product in it.
type Ordinal = (LineAt, u32);

/// How a product was priced: the position of the factor, and the mass.
type Priced = (FactorAt, Mass);

impl Variance {
    /// The changes of an account; `None` if the footprints are not of the same production, or if a difference is too
    /// large.
    pub fn between(before: &Footprint, after: &Footprint, account: Account) -> Option<Self> {
        if !before.is_of_the_same_production(after) {
            return None;
        }
        let (earlier, later) = (products(before, account)?, products(after, account)?);
        let mut rows: BTreeMap<(Option<FactorAt>, Option<FactorAt>), VarianceRow> = BTreeMap::new();
        let mut enter = |was: Option<Priced>, is: Option<Priced>| -> Option<()> {
            let factors = (was.map(|(factor, _)| factor), is.map(|(factor, _)| factor));
            let row = rows.entry(factors).or_insert_with(|| VarianceRow {
                before: factors.0.and_then(|at| at.of(&before.factors)).cloned(),
                after: factors.1.and_then(|at| at.of(&after.factors)).cloned(),
                products: 0,
                mass_before: Mass::ZERO,
                mass_after: Mass::ZERO,
                difference: Mass::ZERO,
            });
            row.products = row.products.saturating_add(1);
            row.mass_before = row.mass_before.checked_add(mass(was))?;
            row.mass_after = row.mass_after.checked_add(mass(is))?;
            row.difference = less(row.mass_after, row.mass_before)?;
            Some(())
        };
        for (product, was) in &earlier {
            enter(Some(*was), later.get(product).copied())?;
        }
        for (_, is) in later.iter().filter(|(product, _)| !earlier.contains_key(product)) {
            enter(None, Some(*is))?;
        }
        let rows = rows.into_values().filter(VarianceRow::changes).collect();
        let size = |row: &VarianceRow| row.difference.micrograms().unsigned_abs();
        let (before, after) = (before.total(account), after.total(account));
        Some(Self {
            account,
            before,
            after,
            difference: less(after, before)?,
            rows: sorted(rows, |left, right| size(right).cmp(&size(left))),
        })
    }

    /// The variance as text.
    pub fn text(&self, language: Language) -> String {
        let said = |mass: Mass| {
            let sign = if mass > Mass::ZERO { "+" } else { "" };
            alloc::format!("{sign}{}", display::mass(mass, language))
        };
        let mut text = String::new();
        for row in self.rows.iter().take(LISTED) {
            let name = |factor: &Option<UsedFactor>| match factor {
                Some(factor) => {
                    let (label, id) = (Printable(factor.label(language)), Printable(&factor.id));
                    alloc::format!("{label} [{id}]{}", factor.sets(language))
                }
                None => String::from(language.pick("sans facteur", "no factor")),
            };
            let (before, after) = (name(&row.before), name(&row.after));
            text.push_str(&alloc::format!("{:>12}  {before}\n{:>14}→ {after}\n", said(row.difference), ""));
        }
        let others = self.rows.len().saturating_sub(LISTED);
        if others > 0 {
            let words = language.pick("autres, non listés", "others, not listed");
            text.push_str(&alloc::format!(
                "{:>14}{} {words}\n",
                "",
                display::written(others.into(), language)
            ));
        }
        let total = language.pick("différence des totaux", "difference of the totals");
        text.push_str(&alloc::format!("{:>12}  {total}\n", said(self.difference)));
        text
    }
}

/// The products that were priced.
fn products(footprint: &Footprint, account: Account) -> Option<BTreeMap<Ordinal, Priced>> {
    let mut products = BTreeMap::new();
    let mut last = None;
    let mut ordinal = 0_u32;
    for product in &footprint.products {
        ordinal = if last == Some(product.line) { ordinal.checked_add(1)? } else { 0 };
        last = Some(product.line);
        let request = footprint.request_of(product)?;
        let slots = request.factor.of(&footprint.factors)?.each_slot();
        let masses = slots.zip(&product.masses).filter(|(slot, _)| slot.account == account);
        products.insert((product.line, ordinal), (request.factor, Mass::sum(masses.map(|(_, mass)| *mass))?));
    }
    Some(products)
}

fn less(mass: Mass, other: Mass) -> Option<Mass> {
    Mass::from_micrograms(mass.micrograms().checked_sub(other.micrograms())?)
}

fn mass(priced: Option<Priced>) -> Mass {
    priced.map_or(Mass::ZERO, |(_, mass)| mass)
}
