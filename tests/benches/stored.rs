//! Footprints that are written, read back and audited, set against a derived `serde_json` parse of the same fields. Rounds
//! are interleaved, so that a busy machine slows all; what is printed are ratios of medians. Nothing is asserted.

mod peer;

use claquette::output::Output;
use claquette::{Footprint, Limits, Options, References, audit, check_json, compute};
use claquette_conformance::{bundled, fixtures, median, repeated, time};

const ROUNDS: usize = 31;

fn main() {
    let references = bundled();
    let [film, ..] = fixtures();
    let production: serde_json::Value = serde_json::from_slice(&film.bytes()).expect("JSON");
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
