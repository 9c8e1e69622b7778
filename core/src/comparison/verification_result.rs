//! The JSON of a verification.

use alloc::string::String;
use alloc::vec::Vec;

use crate::comparison::verification::Verification;
use crate::format::output::{Output, output};

output! {
    /// The differences between a stored result and one that is computed again.
    pub struct FootprintVerification {
        /// Whether nothing differs. The version of the engine may differ.
        holds: bool,
        /// The engine that the stored result names, shortened to 64 characters and `…`.
        engine: String,
        /// The SHA-256 of the extract that the footprint was computed with, if it was.
        extract: Option<String> = optional,
        /// The differences: the totals first, then the others in the order of the names of fields; at most a
        /// thousand.
        deviations: Vec<StoredDeviation>,
    }
}

output! {
    /// A value that differs.
    pub struct StoredDeviation {
        /// Its location in the result, as a JSON pointer; shortened as the values are if a name in it is that long.
        pointer: String,
        /// The stored JSON, shortened to 200 characters and `…`; empty if there is none.
        stored: String,
        /// The computed JSON, shortened in the same way; empty if there is none.
        computed: String,
    }
}

impl FootprintVerification {
    /// Creates the output record of a verification.
    ///
    /// ```
    /// use claquette::output::{FootprintSummary, FootprintVerification, Output};
    /// use claquette::{Limits, Options, References, Verification, check_json, compute};
    /// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
    /// let input = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024},
    ///   "lines": [{"id": "L1", "what": {"electricity": {"energy": {"value": "120000", "unit": "kWh"}}}}]}"#;
    /// let production = check_json(input, &references, &Limits::default()).production.unwrap();
    /// let footprint = compute(&production, &references, &Options::default()).unwrap();
    /// let stored = FootprintSummary::new(&footprint).to_json();
    /// let verification = Verification::of(stored.as_bytes(), &footprint).unwrap();
    /// let json = FootprintVerification::new(verification).to_json();
    /// assert_eq!(json, format!(r#"{{"holds":true,"engine":"{}","deviations":[]}}"#, claquette::output::ENGINE));
    /// ```
    pub fn new(verification: Verification) -> Self {
        let holds = verification.holds();
        let Verification { engine, extract, deviations } = verification;
        let deviations = deviations.into_iter().map(|found| StoredDeviation {
            pointer: found.pointer,
            stored: found.stored,
            computed: found.computed,
        });
        Self { holds, engine, extract, deviations: deviations.collect() }
    }
}

impl Output for FootprintVerification {}
