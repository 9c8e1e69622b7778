//! The peer of the benchmark: a derived `serde_json` parse of the same fields with text leaves.

#![expect(dead_code, reason = "what is parsed is only held")]

mod footprint;
mod records;

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, Visitor};

use records::Production;

/// A text leaf; a JSON number is taken as its text.
pub(crate) struct Text(String);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Leaf;

        impl Visitor<'_> for Leaf {
            type Value = Text;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text or a number")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Text, E> {
                Ok(Text(text.to_owned()))
            }

            fn visit_u64<E: Error>(self, number: u64) -> Result<Text, E> {
                Ok(Text(number.to_string()))
            }

            fn visit_f64<E: Error>(self, number: f64) -> Result<Text, E> {
                Ok(Text(number.to_string()))
            }
        }

        deserializer.deserialize_any(Leaf)
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum OneOrMany<S, T> {
    Many(Vec<T>),
    One(S),
}

/// Parses a footprint.
pub(crate) fn parse_footprint(bytes: &[u8]) -> footprint::Footprint {
    serde_json::from_slice(bytes).expect("a footprint has the fields of the format")
}

/// Parses a production.
pub(crate) fn parse(bytes: &[u8]) -> Production {
    serde_json::from_slice(bytes).expect("the fixture has the fields of the format")
}
