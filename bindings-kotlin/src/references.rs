//! What a computation looks things up in.

use std::sync::OnceLock;

use claquette::{Diagnostic, References as Tables};

use crate::error::{BorderError, refused};

type Read = Result<Tables, Vec<Diagnostic>>;

/// The bundled tables are read once; whoever asks again gets the same ones.
static BUNDLED: OnceLock<Read> = OnceLock::new();

/// Tables that do not change, shared between threads.
#[derive(Debug, uniffi::Object)]
pub(crate) struct References(Tables);

/// A file of tables.
#[derive(Debug, uniffi::Record)]
pub(crate) struct TableFile {
    /// Its name.
    pub(crate) name: String,
    /// Its text.
    pub(crate) csv: String,
}

/// A set or a table, and its SHA-256.
#[derive(Debug, uniffi::Record)]
pub(crate) struct TableHash {
    /// Its name.
    pub(crate) name: String,
    /// The SHA-256 of its manifest.
    pub(crate) sha256: String,
    /// The SHA-256 of the extract that states it.
    pub(crate) extract: Option<String>,
}

#[uniffi::export]
impl References {
    /// The bundled tables, with the airports, the cities and the stations.
    #[uniffi::constructor]
    pub(crate) fn bundled() -> Result<Self, BorderError> {
        made(BUNDLED.get_or_init(Tables::bundled).clone())
    }

    /// Reads a bundle of tables under a name.
    #[uniffi::constructor]
    pub(crate) fn read(name: &str, files: Vec<TableFile>) -> Result<Self, BorderError> {
        let files: Vec<(&str, &str)> = files.iter().map(|file| (&*file.name, &*file.csv)).collect();
        made(Tables::read(name, &files))
    }

    /// Reads an extract.
    #[uniffi::constructor]
    pub(crate) fn read_extract(files: Vec<TableFile>) -> Result<Self, BorderError> {
        let files: Vec<(&str, &str)> = files.iter().map(|file| (&*file.name, &*file.csv)).collect();
        made(Tables::read_extract(&files))
    }

    /// The same tables, if they are those that are pinned.
    pub(crate) fn pinned(&self, pins: Vec<TableHash>) -> Result<Self, BorderError> {
        let pins: Vec<(&str, &str)> = pins.iter().map(|pin| (&*pin.name, &*pin.sha256)).collect();
        made(self.0.clone().pinned(&pins))
    }

    /// The same tables under a handle of its own.
    pub(crate) fn share(&self) -> Self {
        Self(self.0.clone())
    }

    /// Puts a set of the user's own before the bundled one.
    pub(crate) fn with_set(&self, name: &str, csv: &str) -> Result<Self, BorderError> {
        made(self.0.clone().with_set(name, csv))
    }

    /// Puts assumptions of the user's own before the bundled ones.
    pub(crate) fn with_assumptions(&self, name: &str, csv: &str) -> Result<Self, BorderError> {
        made(self.0.clone().with_assumptions(name, csv))
    }

    /// Replaces the declared proxies.
    pub(crate) fn with_proxies(&self, name: &str, csv: &str) -> Result<Self, BorderError> {
        made(self.0.clone().with_proxies(name, csv))
    }

    /// Adds the table of airports.
    pub(crate) fn with_airports(&self, name: &str, csv: &str) -> Result<Self, BorderError> {
        made(self.0.clone().with_airports(name, csv))
    }

    /// The SHA-256 of the extract that they were read from.
    pub(crate) fn extract_sha256(&self) -> Option<String> {
        self.0.extract().map(str::to_string)
    }

    /// Adds the table of cities.
    pub(crate) fn with_cities(&self, name: &str, csv: &str) -> Result<Self, BorderError> {
        made(self.0.clone().with_cities(name, csv))
    }

    /// Adds the table of stations.
    pub(crate) fn with_stations(&self, name: &str, csv: &str) -> Result<Self, BorderError> {
        made(self.0.clone().with_stations(name, csv))
    }

    /// The name and the SHA-256 of each set and table.
    pub(crate) fn hashes(&self) -> Vec<TableHash> {
        let hash = |hash: claquette::TableHash<'_>| TableHash {
            name: hash.name.to_string(),
            sha256: hash.sha256.to_string(),
            extract: hash.extract.map(str::to_string),
        };
        self.0.hashes().map(hash).collect()
    }
}

impl References {
    /// The tables.
    pub(crate) fn tables(&self) -> &Tables {
        &self.0
    }
}

fn made(read: Read) -> Result<References, BorderError> {
    read.map(References).map_err(|problems| refused(problems, 0))
}
