//! Reading a stored footprint takes at most twice the memory of its bytes, at any time while it is read.

use claquette::output::Output;
use claquette::{Footprint, Limits, Options, check_json, compute};
use claquette_conformance::{bundled, fixtures, repeated};
use peak_alloc::PeakAlloc;

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

/// Fifty times the lines of the film: what does not grow with them is small beside them.
const TIMES: usize = 50;

/// One test, since all threads count on one allocator.
#[test]
fn a_stored_footprint_is_read_in_twice_its_bytes() {
    let references = bundled();
    let [film, ..] = fixtures();
    let film = serde_json::from_slice(&film.bytes()).expect("JSON");
    let json = {
        let input = repeated(&film, TIMES);
        let production = check_json(&input, &references, &Limits::default()).production.expect("a valid one");
        compute(&production, &references, &Options::default()).expect("priced").to_json()
    };
    let before = ALLOCATOR.current_usage();
    ALLOCATOR.reset_peak_usage();
    let footprint = Footprint::from_json(json.as_bytes(), &Limits::default()).expect("a footprint");
    let (peak, kept) = (ALLOCATOR.peak_usage() - before, ALLOCATOR.current_usage() - before);
    assert_eq!(footprint.lines.len(), 169 * TIMES);
    let bytes = json.len();
    assert!(peak <= 2 * bytes, "{bytes} bytes: {kept} kept, {peak} at most");
}
