//! One line of 10,140 that is entered again, set against the whole way from bytes to a footprint. Rounds of both are
//! interleaved, so that a busy machine slows both; what is printed is a ratio of medians. Nothing is asserted.

use std::hint::black_box;
use std::time::{Duration, Instant};

use claquette::{Footprint, Limits, Options, Production, References, Session, check_json, compute};

const ROUNDS: usize = 15;
const TIMES: usize = 60;

fn main() {
    let references = References::read(claquette_factors::NAME, claquette_factors::FILES)
        .and_then(|tables| tables.with_airports(claquette_factors::AIRPORTS.0, claquette_factors::AIRPORTS.1))
        .expect("the bundled tables are valid");
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/productions/feature-film.json");
    let film: serde_json::Value =
        serde_json::from_slice(&std::fs::read(file).expect("the fixture is there")).expect("JSON");
    let bytes = claquette_conformance::repeated(&film, TIMES);
    let mut session = Session::new(checked(&bytes, &references), &references, &Options::default());
    let mut line = film["lines"][1].clone();
    let (mut whole, mut edited) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        line["note"] = round.to_string().into();
        let json = line.to_string();
        whole.push(time(|| footprint(&bytes, &references)));
        edited.push(time(|| session.enter_json(json.as_bytes(), &Limits::default()).expect("a line")));
    }
    let (whole, edited) = (median(whole), median(edited));
    println!("{} lines", session.input().lines.items().len());
    println!("whole: {:.1} ms, one line entered: {:.1} ms", whole * 1e3, edited * 1e3);
    println!("ratio: {:.2}", edited / whole);
}

fn checked(bytes: &[u8], references: &References) -> Production {
    check_json(bytes, references, &Limits::default()).production.expect("the fixture is valid")
}

fn footprint(bytes: &[u8], references: &References) -> Footprint {
    compute(&checked(bytes, references), references, &Options::default())
        .expect("the fixture has its factors")
}

/// The time of one call, drop of its result included.
fn time<T>(call: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    black_box(call());
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64()
}
