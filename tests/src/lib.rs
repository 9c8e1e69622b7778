//! The conformance vectors and how they run through the Rust API; the tests themselves are in `rust/`.

mod case;
mod comparison;
mod fixture;
pub mod net;
mod observed;
mod outcome;
mod problem;
mod tables;
mod timing;
pub mod work;

pub use case::{Case, Set, cases};
pub use comparison::Difference;
pub use fixture::{Fixture, fixtures, repeated};
pub use outcome::Outcome;
pub use problem::Problem;
pub use tables::{Tables, bundled, without_factors};
pub use timing::{median, time};

use std::path::{Path, PathBuf};

/// A folder or file of this crate.
pub fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}
