//! What a computation looks things up in.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use claquette::{Diagnostic, References as Tables, TableHash};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::error::refused;

/// Tables that do not change. The bundled ones are apart from the module, so that a page fetches them once.
#[wasm_bindgen]
#[derive(Debug)]
pub struct References(Tables);

#[wasm_bindgen]
impl References {
    /// Reads a bundle of tables under a name: the names of its files, and their texts.
    ///
    /// # Errors
    /// Every problem of every file.
    pub fn read(name: &str, files: Vec<String>, texts: Vec<String>) -> Result<Self, JsValue> {
        made(Tables::read(name, &pairs(&files, &texts)))
    }

    /// Reads compiled tables: the contents of their files one after the other, and the length of each.
    ///
    /// # Errors
    /// Each file that holds none.
    pub fn read_compiled(bytes: &[u8], lengths: Vec<u32>) -> Result<Self, JsValue> {
        let mut left = bytes;
        let mut assets = Vec::new();
        for length in lengths {
            let length = usize::try_from(length).unwrap_or(usize::MAX);
            let (asset, rest) = left.split_at_checked(length).unwrap_or((left, &[]));
            assets.push(asset);
            left = rest;
        }
        made(Tables::read_compiled(&assets))
    }

    /// Reads an extract: the names of its files, and their texts.
    ///
    /// # Errors
    /// Every problem of every file.
    pub fn read_extract(files: Vec<String>, texts: Vec<String>) -> Result<Self, JsValue> {
        made(Tables::read_extract(&pairs(&files, &texts)))
    }

    /// The same tables, if they are those that are pinned.
    ///
    /// # Errors
    /// Each set that is another one.
    pub fn pinned(&self, names: Vec<String>, hashes: Vec<String>) -> Result<Self, JsValue> {
        made(self.0.clone().pinned(&pairs(&names, &hashes)))
    }

    /// Puts a set of the user's own before the bundled one.
    ///
    /// # Errors
    /// Every problem of the table.
    pub fn with_set(&self, name: &str, csv: &str) -> Result<Self, JsValue> {
        made(self.0.clone().with_set(name, csv))
    }

    /// Puts assumptions of the user's own before the bundled ones.
    ///
    /// # Errors
    /// Every problem of the table.
    pub fn with_assumptions(&self, name: &str, csv: &str) -> Result<Self, JsValue> {
        made(self.0.clone().with_assumptions(name, csv))
    }

    /// Replaces the declared proxies.
    ///
    /// # Errors
    /// Every problem of the table.
    pub fn with_proxies(&self, name: &str, csv: &str) -> Result<Self, JsValue> {
        made(self.0.clone().with_proxies(name, csv))
    }

    /// Adds the table of airports.
    ///
    /// # Errors
    /// Every problem of the table.
    pub fn with_airports(&self, name: &str, csv: &str) -> Result<Self, JsValue> {
        made(self.0.clone().with_airports(name, csv))
    }

    /// The SHA-256 of the extract that they were read from.
    pub fn extract(&self) -> Option<String> {
        self.0.extract().map(str::to_string)
    }

    /// Adds the table of cities.
    ///
    /// # Errors
    /// Every problem of the table.
    pub fn with_cities(&self, name: &str, csv: &str) -> Result<Self, JsValue> {
        made(self.0.clone().with_cities(name, csv))
    }

    /// Adds the table of stations.
    ///
    /// # Errors
    /// Every problem of the table.
    pub fn with_stations(&self, name: &str, csv: &str) -> Result<Self, JsValue> {
        made(self.0.clone().with_stations(name, csv))
    }

    /// The name and the SHA-256 of each set and table, in turn.
    pub fn hashes(&self) -> Vec<String> {
        let texts = |hash: TableHash<'_>| {
            [hash.name, hash.sha256, hash.extract.unwrap_or_default()].map(ToString::to_string)
        };
        self.0.hashes().flat_map(texts).collect()
    }
}

impl References {
    /// The tables.
    pub(crate) fn tables(&self) -> &Tables {
        &self.0
    }
}

fn pairs<'a>(left: &'a [String], right: &'a [String]) -> Vec<(&'a str, &'a str)> {
    left.iter().zip(right).map(|(left, right)| (&**left, &**right)).collect()
}

fn made(read: Result<Tables, Vec<Diagnostic>>) -> Result<References, JsValue> {
    read.map(References).map_err(|problems| refused(problems, 0))
}
