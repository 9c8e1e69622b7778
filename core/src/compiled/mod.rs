//! Compiled tables: the bundled tables by columns, as bytes that load at once.

mod asset;
mod bundled;
mod bytes;
mod cells;
