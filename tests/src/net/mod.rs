//! The net: every mass and every code that the engine gave before it was rebuilt, from inputs and tables that are
//! kept beside them. `tests/net/README.md` says how it was made.

mod changes;
mod comparison;
mod rows;
mod stored;

pub use changes::Change;
pub use comparison::first_difference;
pub use rows::{Rows, observed};
pub use stored::{changes, stored, write};
