//! The productions that are shipped as examples.

use std::fs;

use claquette::{Options, References, Unpriced};
use serde_json::Value;

use crate::tables::bundled;

/// A production of `tests/productions`.
#[derive(Clone, Copy, Debug)]
pub struct Fixture {
    /// The name of its file.
    pub name: &'static str,
    /// The table of factors that goes before the bundled ones.
    pub factors: Option<&'static str>,
    /// Whether lines of it have no factor in any table: they are left out, and listed.
    pub partial: bool,
}

/// Every shipped production.
pub fn fixtures() -> [Fixture; 16] {
    [
        Fixture { name: "feature-film.json", factors: None, partial: false },
        Fixture { name: "magazine.json", factors: None, partial: false },
        Fixture { name: "small-shoot.json", factors: Some("small-shoot-factors.csv"), partial: false },
        Fixture { name: "advertising.json", factors: None, partial: false },
        Fixture { name: "animation.json", factors: Some("animation-factors.csv"), partial: false },
        Fixture { name: "daily-magazine.json", factors: None, partial: false },
        Fixture { name: "documentary.json", factors: Some("documentary-factors.csv"), partial: false },
        Fixture { name: "entertainment.json", factors: None, partial: false },
        Fixture { name: "series-final.json", factors: Some("series-final-factors.csv"), partial: false },
        Fixture { name: "series-forecast.json", factors: None, partial: false },
        Fixture { name: "short-film.json", factors: None, partial: false },
        Fixture { name: "sport.json", factors: None, partial: false },
        Fixture { name: "tv-film.json", factors: None, partial: false },
        Fixture { name: "virtual-production.json", factors: None, partial: false },
        Fixture { name: "documentary-2026.json", factors: None, partial: true },
        Fixture { name: "feature-film-2026.json", factors: None, partial: true },
    ]
}

impl Fixture {
    /// The options of its computation.
    pub fn options(&self) -> Options {
        let unpriced = if self.partial { Unpriced::Exclude } else { Unpriced::Reject };
        Options { unpriced, ..Options::default() }
    }

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

/// The production with its lines so many times, each with an identifier of its own.
pub fn repeated(production: &Value, times: usize) -> Vec<u8> {
    let mut repeated = production.clone();
    let lines = production["lines"].as_array().expect("lines");
    let all = (0..times).flat_map(|time| {
        lines.iter().map(move |line| {
            let mut line = line.clone();
            for field in ["id", "corrects"] {
                if let (Some(id), true) = (line[field].as_str(), time > 0) {
                    line[field] = format!("{id}-{time}").into();
                }
            }
            line
        })
    });
    repeated["lines"] = all.collect();
    repeated.to_string().into_bytes()
}
