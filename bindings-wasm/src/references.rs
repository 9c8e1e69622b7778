//! What a computation looks things up in.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use claquette::{Diagnostic, References as Tables};
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
        let files: Vec<(&str, &str)> =
            files.iter().zip(&texts).map(|(file, text)| (&**file, &**text)).collect();
        made(Tables::read(name, &files))
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

    /// Adds the table of cities.
    ///
    /// # Errors
    /// Every problem of the table.
    pub fn with_cities(&self, name: &str, csv: &str) -> Result<Self, JsValue> {
        made(self.0.clone().with_cities(name, csv))
    }

    /// The name and the SHA-256 of each set and table, in turn.
    pub fn hashes(&self) -> Vec<String> {
        self.0.hashes().flat_map(|(name, hash)| [name.to_string(), hash.to_string()]).collect()
    }
}

impl References {
    /// The tables.
    pub(crate) fn tables(&self) -> &Tables {
        &self.0
    }
}

fn made(read: Result<Tables, Vec<Diagnostic>>) -> Result<References, JsValue> {
    read.map(References).map_err(|problems| refused(problems, 0))
}
