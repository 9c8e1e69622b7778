//! How a footprint's uncertainty is computed.

use rust_decimal::Decimal;

use crate::text::unknown_term::UnknownTerm;
use crate::text::vocabulary::{Term, vocabulary};
use crate::uncertainty::grade::Grades;
use crate::uncertainty::spread::Spread;
use crate::wire::Quality;
use crate::wire::line::Datum;

vocabulary! {
    /// How the uncertainty of a factor, which its source states in percent, becomes a GSD².
    pub enum FactorSpread {
        Percent = "percent", "GSD² = 1 + pourcentage", "GSD² = 1 + percentage";
        Abc = "abc", "notes de l’outil Bilan Carbone", "grades of the Bilan Carbone tool";
    }
}

/// How a footprint's uncertainty is computed. What a line says of its data goes before these defaults.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UncertaintyOptions {
    /// How the uncertainty of a factor becomes a GSD²; defaults to that of its percentage.
    pub factors: FactorSpread,
    /// The GSD² of a real datum; defaults to 1.05.
    pub real: Decimal,
    /// The GSD² of an extrapolated datum; defaults to 1.2.
    pub extrapolated: Decimal,
    /// The GSD² of a statistical datum; defaults to 1.2.
    pub statistical: Decimal,
    /// The GSD² of an approximate datum; defaults to 1.5.
    pub approximate: Decimal,
    /// The GSD² of a datum of which nothing is said; defaults to 1.5.
    pub unstated: Decimal,
}

impl Default for UncertaintyOptions {
    fn default() -> Self {
        Self {
            factors: FactorSpread::Percent,
            real: Decimal::new(105, 2),
            extrapolated: Decimal::new(12, 1),
            statistical: Decimal::new(12, 1),
            approximate: Decimal::new(15, 1),
            unstated: Decimal::new(15, 1),
        }
    }
}

impl UncertaintyOptions {
    /// The defaults, with the way in which factors become spreads by its word.
    ///
    /// # Errors
    /// An unknown word.
    pub fn of_factors(word: &str) -> Result<Self, UnknownTerm> {
        Ok(Self { factors: FactorSpread::named("factor spread", word)?, ..Self::default() })
    }

    /// Whether a line says anything of its data.
    pub(crate) fn is_stated(quality: Option<&Quality>) -> bool {
        quality.is_some_and(|quality| quality.datum.given().is_some() || Grades::of(quality).is_some())
    }

    /// That of the data of a line, by its grades, else by its kind of datum.
    pub(crate) fn datum(&self, quality: Option<&Quality>) -> Spread {
        let kind = quality.and_then(|quality| quality.datum.given());
        let by_kind = || match kind {
            Some(Datum::Real) => self.real,
            Some(Datum::Extrapolated) => self.extrapolated,
            Some(Datum::Statistical) => self.statistical,
            Some(Datum::Approximate) => self.approximate,
            None => self.unstated,
        };
        quality.and_then(Grades::of).map_or_else(|| Spread::of(by_kind()), Grades::spread)
    }
}
