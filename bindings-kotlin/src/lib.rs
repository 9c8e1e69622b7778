//! Claquette for Kotlin: texts of JSON and opaque handles over the border, and nothing else. The types are in
//! Kotlin (`src/main/kotlin`), generated from the same declaration as the reader of the core.

mod catalogue;
mod check;
mod error;
mod factors;
mod footprint;
mod import;
mod proposal;
mod references;

uniffi::setup_scaffolding!("claquette");
