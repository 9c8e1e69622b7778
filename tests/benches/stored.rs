//! Footprints that are written, read back and audited, set against a derived `serde_json` parse of the same fields. Rounds
//! are interleaved, so that a busy machine slows all; what is printed are ratios of medians. Nothing is asserted.

mod peer;

use std::hint::black_box;
use std::time::{Duration, Instant};

use claquette::output::Output;
use claquette::{Footprint, Limits, Options, References, audit, check_json, compute};
use claquette_conformance::repeated;

const ROUNDS: usize = 31;

fn main() {
    let references = References::read(claquette_factors::NAME, claquette_factors::FILES)
        .and_then(|tables| tables.with_airports(claquette_factors::AIRPORTS.0, claquette_factors::AIRPORTS.1))
        .expect("the bundled tables are valid");
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/productions/feature-film.json");
    let production: serde_json::Value =
        serde_json::from_slice(&std::fs::read(file).expect("the fixture is there")).expect("JSON");
    for (name, times) in [("film", 1), ("film, its lines 60 times", 60)] {
        report(name, &footprint(&repeated(&production, times), &references));
    }
}

fn footprint(bytes: &[u8], references: &References) -> Footprint {
    let checked = check_json(bytes, references, &Limits::default());
    let production = checked.production.expect("the fixture is valid");
    compute(&production, references, &Options::default()).expect("the fixture has its factors")
}

fn report(name: &str, footprint: &Footprint) {
    let json = footprint.to_json();
    let (mut peer, mut read, mut audited, mut written) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        peer.push(time(|| peer::parse_footprint(json.as_bytes())));
        read.push(time(|| Footprint::from_json(json.as_bytes(), &Limits::default()).expect("a footprint")));
        audited.push(time(|| audit(footprint).expect("masses that follow")));
        written.push(time(|| footprint.to_json()));
    }
    let [peer, read, audited, written] = [peer, read, audited, written].map(median);
    println!("{name}: {} lines, {} bytes", footprint.lines.len(), json.len());
    println!("ratio of reading to a derived parse: {:.2}", read / peer);
    println!("ratio of the audit to reading: {:.2}", audited / read);
    println!("ratio of writing to reading: {:.2}", written / read);
}

/// The time of one call, drop of its result included.
fn time<T>(call: impl Fn() -> T) -> Duration {
    let start = Instant::now();
    black_box(call());
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64()
}
