//! A look into factors: search, explanation, difference.

use claquette::output::{FactorDifference, FactorSearch, Output};
use claquette::{Language, explain};

use crate::error::{BorderError, refused};
use crate::references::References;

// Methods of the tables, as `check` is.
#[uniffi::export]
impl References {
    /// The factors that a few words are about, as JSON.
    pub(crate) fn search(&self, text: &str, most: u32) -> String {
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        FactorSearch::of(self.tables(), text, most).to_json()
    }

    /// One factor in a paragraph.
    pub(crate) fn explain(&self, id: &str, code: &str) -> Result<String, BorderError> {
        let language = Language::named(code)?;
        let factor = self.tables().find_factor(id).map_err(|problem| refused(vec![problem], 0))?;
        Ok(explain(factor, self.tables(), language))
    }

    /// The difference of these factors and later ones, as JSON. The handle of those is the caller's own.
    pub(crate) fn difference(&self, after: &References) -> String {
        FactorDifference::between(self.tables(), after.tables()).to_json()
    }
}
