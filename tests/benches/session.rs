//! One line of 10,140 that is entered again, set against the whole way from bytes to a footprint. Rounds of both are
//! interleaved, so that a busy machine slows both; what is printed is a ratio of medians. Nothing is asserted.

use claquette::{Footprint, Limits, Options, Production, References, Session, check_json, compute};
use claquette_conformance::{bundled, fixtures, median, repeated, time};

const ROUNDS: usize = 15;
const TIMES: usize = 60;

fn main() {
    let references = bundled();
    let [film, ..] = fixtures();
    let film: serde_json::Value = serde_json::from_slice(&film.bytes()).expect("JSON");
    let bytes = repeated(&film, TIMES);
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
