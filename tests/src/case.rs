//! A conformance vector, as its file has it.

use std::fs;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use claquette::{Aviation, ElectricityMethod, Gwp, Options, Term, Unpriced};
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

/// A vector: what goes in, and what must come out.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Its name, unique among all vectors.
    #[serde(rename = "case")]
    pub name: String,
    /// The hand work.
    pub why: String,
    production: Option<Box<RawValue>>,
    text: Option<String>,
    base64: Option<String>,
    /// The user's own sets, in their order.
    #[serde(default)]
    pub factors: Vec<Set>,
    /// Whether the bundled factors serve.
    #[serde(default)]
    pub bundled: bool,
    pub(crate) proxies: Option<Vec<String>>,
    pub(crate) assumptions: Option<Vec<String>>,
    #[serde(default)]
    options: TypedOptions,
    /// What is compared: only what is named.
    pub expect: Map<String, Value>,
}

/// A user's own set of factors.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Set {
    /// Its name.
    pub set: String,
    /// Its header and its rows.
    pub rows: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct TypedOptions {
    unpriced: Option<String>,
    electricity: Option<String>,
    gwp: Option<String>,
    aviation: Option<String>,
}

impl Case {
    /// The bytes of the production, as they were written.
    pub fn bytes(&self) -> Vec<u8> {
        match (&self.production, &self.text, &self.base64) {
            (Some(production), None, None) => production.get().as_bytes().to_vec(),
            (None, Some(text), None) => text.as_bytes().to_vec(),
            (None, None, Some(encoded)) => STANDARD.decode(encoded).expect("base64"),
            _ => panic!("{}: one of production, text, base64", self.name),
        }
    }

    /// The options of the computation.
    pub fn options(&self) -> Options {
        let TypedOptions { unpriced, electricity, gwp, aviation } = &self.options;
        let mut options = Options::default();
        if let Some(word) = unpriced {
            options.unpriced = Unpriced::parse(word).expect("refuse or exclude");
        }
        if let Some(word) = electricity {
            options.electricity = ElectricityMethod::parse(word).expect("location or market");
        }
        if let Some(word) = gwp {
            options.gwp = Gwp::parse(word).expect("published, ar5 or ar6");
        }
        if let Some(word) = aviation {
            options.aviation = Aviation::parse(word).expect("by-place, by-seats or by-haul");
        }
        options
    }
}

/// Every vector, file by file: the name of the file and its cases.
pub fn cases() -> Vec<(String, Vec<Case>)> {
    cases_of("vectors")
}

/// Every vector of a folder, file by file.
pub(crate) fn cases_of(folder: &str) -> Vec<(String, Vec<Case>)> {
    let mut files: Vec<_> = fs::read_dir(crate::path(folder))
        .expect("a folder of vectors")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    files.sort();
    let read = files.into_iter().map(|path| {
        let name = path.file_name().expect("a file").to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).expect("UTF-8");
        let cases: Vec<Case> = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        // A second count that does not depend on how a case is read: nothing may be skipped.
        let listed: Vec<Value> = serde_json::from_str(&text).expect("JSON");
        assert_eq!(cases.len(), listed.len(), "{name}");
        (name, cases)
    });
    read.collect()
}
