//! Whether the masses of a footprint are those of its own terms and factors.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::factor::rate::Rate;
use crate::factor::row::micrograms;
use crate::factor::split::Split;
use crate::ledger::footprint::Footprint;
use crate::ledger::position::{FactorAt, LineAt, ProductAt};
use crate::ledger::used::factor::UsedFactor;
use crate::number::Exact;
use crate::number::display;
use crate::number::mass::Mass;
use crate::pricing::price::price;
use crate::text::language::Language;
use crate::text::printable::Printable;

/// What does not follow in a footprint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Discrepancy {
    /// A factor whose parts do not sum to its value, or whose numbers are too large to be counted.
    Factor {
        /// Its position.
        at: FactorAt,
        /// Its identifier.
        id: String,
        /// The sum of its parts; `None` if it is too large to be counted.
        sum: Option<Exact>,
        /// The value that is stated.
        value: Exact,
    },
    /// A mass that is not the product of its terms and its factor.
    Mass {
        /// The line.
        line: LineAt,
        /// Its identifier.
        id: String,
        /// The product.
        product: ProductAt,
        /// The position of the mass among those of the product.
        slot: u32,
        /// The mass that is stated.
        stated: Mass,
        /// The product; `None` if it is too large to be counted.
        computed: Option<Mass>,
    },
}

/// Prices every product of a footprint again, from its own terms and its own factor, without any tables; returns the
/// first that differs.
///
/// It holds the arithmetic of a footprint, and neither that its lines and quantities are those of a production nor that its
/// factors are those of a set: a line that was taken out with its products, or one of several products of a line, is not
/// missed. That takes the production and the tables, and is what [`Verification`](crate::Verification) does.
///
/// # Errors
/// The first factor whose parts do not sum to its value, else the first mass that is not the product of its terms and its
/// factor.
///
/// ```
/// use claquette::{Limits, Options, References, audit, check_json, compute};
/// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
/// let input = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024},
///   "lines": [{"id": "L1", "what": {"electricity": {"energy": {"value": "120000", "unit": "kWh"}}}}]}"#;
/// let production = check_json(input, &references, &Limits::default()).production.unwrap();
/// let mut footprint = compute(&production, &references, &Options::default()).unwrap();
/// assert!(audit(&footprint).is_ok());
/// footprint.products[0].masses[0] = Default::default();
/// assert!(audit(&footprint).is_err());
/// ```
pub fn audit(footprint: &Footprint) -> Result<(), Discrepancy> {
    let mut rates = Vec::with_capacity(footprint.factors.len());
    for (at, factor) in (0_u32..).map(FactorAt).zip(&footprint.factors) {
        rates.push(OwnedRate::of(at, factor)?);
    }
    for (at, product) in (0_u32..).map(ProductAt).zip(&footprint.products) {
        let request = footprint.request_of(product);
        let rate = request.and_then(|request| request.factor.of(&rates));
        let terms = product.terms.iter().map(|term| (term.numerator.0, term.denominator.0));
        let masses = rate.and_then(|rate| price(terms, &rate.rate()));
        if masses.as_ref() == Some(&product.masses) {
            continue;
        }
        let masses = masses.unwrap_or_default();
        let differs = |slot: &usize| masses.get(*slot) != product.masses.get(*slot);
        let slot = (0..product.masses.len().max(masses.len())).find(differs).unwrap_or_default();
        return Err(Discrepancy::Mass {
            line: product.line,
            id: footprint.line_id(product.line).into(),
            product: at,
            slot: u32::try_from(slot).unwrap_or(u32::MAX),
            stated: product.masses.get(slot).copied().unwrap_or_default(),
            computed: masses.get(slot).copied(),
        });
    }
    Ok(())
}

/// The rate of a factor that a footprint keeps.
struct OwnedRate {
    splits: Vec<Split>,
    scale: u32,
    divisor: Decimal,
    micrograms: Decimal,
}

impl OwnedRate {
    fn of(at: FactorAt, factor: &UsedFactor) -> Result<Self, Discrepancy> {
        let wrong = |sum| Discrepancy::Factor { at, id: factor.id.as_str().into(), sum, value: factor.value };
        let sum = factor.total().ok_or_else(|| wrong(None))?;
        if sum != factor.value {
            return Err(wrong(Some(sum)));
        }
        let rate = factor.splits().zip(micrograms(factor.mass));
        let ((splits, scale, divisor), micrograms) = rate.ok_or_else(|| wrong(None))?;
        Ok(Self { splits, scale, divisor, micrograms })
    }

    fn rate(&self) -> Rate<'_> {
        let Self { ref splits, scale, divisor, micrograms } = *self;
        Rate { micrograms, divisor, scale, splits }
    }
}

impl Discrepancy {
    /// The discrepancy as people read it.
    pub fn text(&self, language: Language) -> String {
        match self {
            Self::Factor { id, sum, value, .. } => {
                let (id, value) = (Printable(id), display::written(value.0, language));
                match sum.map(|sum| display::written(sum.0, language)) {
                    Some(sum) => language.pick(
                        format!("facteur {id} : ses parties font {sum}, et non {value}"),
                        format!("factor {id}: its parts sum to {sum}, not to {value}"),
                    ),
                    None => language.pick(
                        format!("facteur {id} : la somme de ses parties est trop grande pour être comptée ; sa valeur est {value}"),
                        format!("factor {id}: the sum of its parts is too large to be counted; its value is {value}"),
                    ),
                }
            }
            Self::Mass { id, stated, computed, .. } => {
                let exact = |mass: Mass| format!("{} kgCO2e", display::written(mass.kilograms(), language));
                let (id, stated) = (Printable(id), exact(*stated));
                match computed.map(exact) {
                    Some(computed) => language.pick(
                        format!("ligne {id} : {stated}, alors que ses termes et son facteur donnent {computed}"),
                        format!("line {id}: {stated}, where its terms and its factor give {computed}"),
                    ),
                    None => language.pick(
                        format!("ligne {id} : {stated}, alors que ses termes et son facteur ne donnent rien qui se compte"),
                        format!("line {id}: {stated}, where its terms and its factor give nothing that can be counted"),
                    ),
                }
            }
        }
    }
}

impl core::fmt::Display for Discrepancy {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(&self.text(Language::En))
    }
}

impl core::error::Error for Discrepancy {}
