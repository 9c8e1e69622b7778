//! The options of a computation.

use crate::factor::potentials::Gwp;
use crate::format::stored::stored;
use crate::pricing::aviation::Aviation;
use crate::text::vocabulary::vocabulary;

vocabulary! {
    /// Whether a footprint holds every line.
    pub enum Completeness {
        Complete = "complete", "complet", "complete";
        Partial = "partial", "partiel", "partial";
    }
}

vocabulary! {
    /// What happens to a line without a factor.
    pub enum Unpriced {
        Reject = "refuse", "refuser le calcul", "refuse the computation";
        Exclude = "exclude", "exclure la ligne", "exclude the line";
    }
}

vocabulary! {
    /// How bought electricity is priced.
    pub enum ElectricityMethod {
        Location = "location", "fondée sur le lieu", "location-based";
        Market = "market", "fondée sur le marché", "market-based";
    }
}

stored! {
    /// The options of a computation; a footprint records them.
    ///
    /// ```
    /// use claquette::{Options, Unpriced};
    /// assert_eq!(Options::default().unpriced, Unpriced::Reject);
    /// ```
    #[derive(Copy)]
    pub struct Options {
        /// What happens to a line without a factor; defaults to rejecting the computation.
        unpriced: Unpriced,
        /// How bought electricity is priced; defaults to the grid of its place. Market-based: by the
        /// contract of its line or of the production, and by the grid, with a warning, if there is none.
        electricity: ElectricityMethod,
        /// The warming potentials; defaults to those of each source.
        gwp: Gwp,
        /// How flights are priced; defaults to the place of the production: by seats and distance where a factor by seats
        /// is of that place, else by territory.
        aviation: Aviation = unless(Aviation::ByPlace),
    }
}

impl Default for Options {
    fn default() -> Self {
        let (electricity, aviation) = (ElectricityMethod::Location, Aviation::ByPlace);
        Self { unpriced: Unpriced::Reject, electricity, gwp: Gwp::Published, aviation }
    }
}
