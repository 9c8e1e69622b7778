//! Claquette for JavaScript: texts of JSON and opaque handles over the border, and nothing else. The types are in
//! TypeScript (`package`), generated from the same declaration as the reader of the core.

// Without the standard library, so that no code for what a panic would print is in what every page fetches.
#![cfg_attr(target_arch = "wasm32", no_std)]

extern crate alloc;

mod catalogue;
mod check;
mod error;
mod factors;
mod footprint;
mod proposal;
mod references;
#[cfg(target_arch = "wasm32")]
mod runtime;

pub use catalogue::{catalogue, version};
pub use check::{check, sha256};
pub use factors::{explain, search};
pub use footprint::{Footprint, compute, extract, read_footprint};
pub use proposal::propose;
pub use references::References;
