//! Importers: a published base of factors, as its bytes, becomes a set.

use claquette::output::{ImportedBase, Output};

use crate::error::{BorderError, refused};
use crate::references::{References, TableFile};

// A method of the tables, as `check` is.
#[uniffi::export]
impl References {
    /// What an importer makes of a file, as JSON; with the bundled key maps if none are given.
    pub(crate) fn import_base(
        &self,
        file: &str,
        bytes: Vec<u8>,
        maps: Option<Vec<TableFile>>,
    ) -> Result<String, BorderError> {
        let given: Option<Vec<(&str, &str)>> =
            maps.as_ref().map(|maps| maps.iter().map(|map| (&*map.name, &*map.csv)).collect());
        let maps = given.as_deref().unwrap_or(claquette_factors::KEY_MAPS);
        ImportedBase::read(file, &bytes, maps, self.tables())
            .map(|imported| imported.to_json())
            .map_err(|problems| refused(problems, 0))
    }
}
