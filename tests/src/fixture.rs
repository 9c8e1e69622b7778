//! The productions that are shipped as examples.

use std::fs;

use claquette::References;

use crate::tables::bundled;

/// A production of `tests/productions`.
#[derive(Debug)]
pub struct Fixture {
    /// The name of its file.
    pub name: &'static str,
    /// The table of factors that goes before the bundled ones.
    pub factors: Option<&'static str>,
}

/// Every shipped production.
pub fn fixtures() -> [Fixture; 3] {
    [
        Fixture { name: "feature-film.json", factors: None },
        Fixture { name: "magazine.json", factors: None },
        Fixture { name: "small-shoot.json", factors: Some("small-shoot-factors.csv") },
    ]
}

impl Fixture {
    /// The bytes of the production.
    pub fn bytes(&self) -> Vec<u8> {
        fs::read(crate::path("productions").join(self.name)).expect("a shipped production")
    }

    /// The text of its own factors.
    pub fn own_factors(&self) -> Option<String> {
        let text = |name| fs::read_to_string(crate::path("productions").join(name)).expect("a shipped table");
        self.factors.map(text)
    }

    /// The tables that it is computed with.
    pub fn references(&self) -> References {
        match (self.factors, self.own_factors()) {
            (Some(name), Some(text)) => bundled().with_set(name, &text).expect("a sound table"),
            _ => bundled(),
        }
    }
}
