//! The whole way from bytes to an in-memory footprint, set against a derived `serde_json` parse of the same
//! fields with text leaves. References are built beforehand; hashes and reports are left out. Rounds of both are
//! interleaved, so that a busy machine slows both; what is printed is a ratio of medians. Nothing is asserted.

mod peer;

use std::hint::black_box;
use std::time::{Duration, Instant};

use claquette::{Footprint, Limits, Options, References, check_json, compute};

const ROUNDS: usize = 101;
const TIMES: u32 = 20;

fn main() {
    let references = References::read(claquette_factors::NAME, claquette_factors::FILES)
        .and_then(|tables| tables.with_airports(claquette_factors::AIRPORTS.0, claquette_factors::AIRPORTS.1))
        .expect("the bundled tables are sound");
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/productions/feature-film.json");
    let bytes = std::fs::read(file).expect("the fixture is there");
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        ours.push(time(|| footprint(&bytes, &references)));
        theirs.push(time(|| peer::parse(&bytes)));
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

/// The time of one call, drop of its result included.
fn time<T>(call: impl Fn() -> T) -> Duration {
    let start = Instant::now();
    for _ in 0..TIMES {
        black_box(call());
    }
    start.elapsed() / TIMES
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64()
}
