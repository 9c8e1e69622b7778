//! Claquette for Python: texts of JSON and opaque handles over the border, and nothing else. The types are in
//! Python (`python/claquette`), generated from the same declaration as the reader of the core.

mod catalogue;
mod check;
mod error;
mod factors;
mod footprint;
mod import;
mod proposal;
mod references;

use pyo3::pymodule;

/// Texts of JSON and opaque handles; the package `claquette` has the types.
#[pymodule]
mod _native {
    #[pymodule_export]
    use crate::catalogue::{catalogue, schema, version};
    #[pymodule_export]
    use crate::check::{check, sha256};
    #[pymodule_export]
    use crate::error::Refused;
    #[pymodule_export]
    use crate::factors::{difference, explain, search};
    #[pymodule_export]
    use crate::footprint::{Footprint, compute, extract, read_footprint};
    #[pymodule_export]
    use crate::import::import_base;
    #[pymodule_export]
    use crate::proposal::propose;
    #[pymodule_export]
    use crate::references::References;
}
