//! Writes the rows of the net as the engine gives them now: `net FOLDER`. `tests/net/README.md` says what for.

use std::path::Path;

use claquette_conformance::net::{observed, write};

fn main() {
    let folder = std::env::args().nth(1).expect("net FOLDER");
    write(Path::new(&folder), &observed());
}
