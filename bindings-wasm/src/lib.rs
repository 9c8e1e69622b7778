//! Claquette for JavaScript: texts of JSON and opaque handles over the border, and nothing else. The types are in
//! TypeScript (`package`), generated from the same declaration as the reader of the core.

extern crate alloc;

mod catalogue;
mod check;
mod error;
mod footprint;
mod references;

pub use catalogue::{catalogue, version};
pub use check::check;
pub use footprint::{Footprint, compute};
pub use references::References;
