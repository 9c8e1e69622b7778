//! A stored result as it is read: JSON that has no field twice, and is a result.

use alloc::collections::BTreeSet;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::location::Location;
use crate::diagnostic::parameter::JsonToken;
use crate::format::json::reader::shortened;

/// Reads a stored result.
///
/// # Errors
/// What is no JSON, the fields that are given twice, or what is no result.
pub(crate) fn read(bytes: &[u8]) -> Result<Value, Vec<Diagnostic>> {
    let stored: Value = serde_json::from_slice(bytes).map_err(|error| {
        let location = Location::Text {
            byte: 0,
            line: u64::try_from(error.line()).unwrap_or_default(),
            column: u64::try_from(error.column()).unwrap_or_default(),
        };
        alloc::vec![Diagnostic::at(location, Problem::MalformedJson { expected: JsonToken::Value })]
    })?;
    let mut twice = Twice::default();
    // It is JSON, so nothing else is to be said of it.
    let _read = twice.deserialize(&mut serde_json::Deserializer::from_slice(bytes));
    if !twice.found.is_empty() {
        return Err(twice.found);
    }
    if !["engine", "totals", "lines"].iter().all(|field| stored.get(field).is_some()) {
        return Err(alloc::vec![Diagnostic::at(Location::Pointer(String::new()), Problem::NotAResult {})]);
    }
    Ok(stored)
}

/// Looks for fields that are given twice: of two values one would be compared, and the other one believed.
#[derive(Debug, Default)]
struct Twice {
    pointer: String,
    found: Vec<Diagnostic>,
}

impl Twice {
    /// Does something inside a field or an item.
    fn within<T>(&mut self, name: &str, act: impl FnOnce(&mut Self) -> T) -> T {
        let here = self.pointer.len();
        self.pointer.push('/');
        self.pointer.push_str(&name.replace('~', "~0").replace('/', "~1"));
        let done = act(self);
        self.pointer.truncate(here);
        done
    }
}

impl<'de> DeserializeSeed<'de> for &mut Twice {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for &mut Twice {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut names = BTreeSet::new();
        while let Some(name) = map.next_key::<String>()? {
            self.within(&name, |inside| {
                if names.contains(&name) {
                    let location = Location::Pointer(inside.pointer.clone());
                    let problem = Problem::DuplicateField { field: shortened(&name) };
                    inside.found.push(Diagnostic::at(location, problem));
                }
                map.next_value_seed(inside)
            })?;
            names.insert(name);
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        for at in 0_u64.. {
            let read = self.within(&at.to_string(), |inside| items.next_element_seed(inside))?;
            if read.is_none() {
                break;
            }
        }
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }
}
