//! The whole way from bytes to an in-memory footprint, set against a derived `serde_json` parse of the same
//! fields with text leaves. References are built beforehand; hashes and reports are left out. Rounds of both are
//! interleaved, so that a busy machine slows both; what is printed is a ratio of medians. Nothing is asserted.

mod peer;

use std::hint::black_box;
use std::time::Duration;

use claquette::{Footprint, Limits, Options, References, check_json, compute};
use claquette_conformance::{bundled, fixtures, median, time};

const ROUNDS: usize = 101;
const TIMES: u32 = 20;

fn main() {
    let references = bundled();
    let [film, ..] = fixtures();
    let bytes = film.bytes();
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        ours.push(mean(|| footprint(&bytes, &references)));
        theirs.push(mean(|| peer::parse(&bytes)));
    }
    let (ours, theirs) = (median(ours), median(theirs));
    let lines = footprint(&bytes, &references).lines.len();
    println!("{} bytes, {lines} lines", bytes.len());
    println!("bytes to footprint: {:.1} µs", ours * 1e6);
    println!("serde_json parse:   {:.1} µs", theirs * 1e6);
    println!("ratio: {:.2}", ours / theirs);
}

fn footprint(bytes: &[u8], references: &References) -> Footprint {
    let checked = check_json(bytes, references, &Limits::default());
    let production = checked.production.expect("the fixture is sound");
    compute(&production, references, &Options::default()).expect("the fixture has its factors")
}

/// The mean time of some calls.
fn mean<T>(call: impl Fn() -> T) -> Duration {
    time(|| (0..TIMES).for_each(|_| drop(black_box(call())))) / TIMES
}
