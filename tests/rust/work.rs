//! The law that nothing is quadratic: four times the input takes at most 4.6 times the memory and allocations, in every
//! dimension and every public function. `tests/linear.py` holds the same of the instructions.

use std::alloc::System;

use claquette_conformance::work::dimensions;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// The smaller size, and what a step may take beyond 4.6 times: a table of the standard library that grows.
const SIZE: usize = 150;
const BYTES: usize = 200_000;
const ALLOCATIONS: usize = 500;

/// The dimensions of what is refused: the others are gone through to the end.
const REFUSED: &[&str] = &["problems", "the same identifier", "unknown references beside as many known"];

/// The bytes and the allocations of each step, by its name.
fn work(
    run: fn(usize, &mut claquette_conformance::work::Probe<'_>),
    size: usize,
) -> Vec<(&'static str, usize, usize)> {
    let mut steps = Vec::with_capacity(1000);
    let mut region = Region::new(ALLOCATOR);
    run(size, &mut |step| {
        let stats = region.change_and_reset();
        let bytes = stats.bytes_allocated + usize::try_from(stats.bytes_reallocated.max(0)).unwrap();
        steps.push((step, bytes, stats.allocations + stats.reallocations));
        region.reset();
    });
    steps
}

/// One test, since all threads count on one allocator.
#[test]
fn four_times_the_input_takes_four_times_the_work() {
    let mut worse = Vec::new();
    for dimension in dimensions() {
        let (once, four) = (work(dimension.run, SIZE), work(dimension.run, 4 * SIZE));
        let names =
            |steps: &[(&'static str, usize, usize)]| steps.iter().map(|step| step.0).collect::<Vec<_>>();
        assert_eq!(names(&once), names(&four), "{}", dimension.name);
        let is_refused = names(&once).contains(&"Refusal");
        assert_eq!(is_refused, REFUSED.contains(&dimension.name), "{}", dimension.name);
        for ((step, bytes, count), (_, more_bytes, more_count)) in once.into_iter().zip(four) {
            if more_bytes > bytes * 46 / 10 + BYTES || more_count > count * 46 / 10 + ALLOCATIONS {
                let name = dimension.name;
                worse.push(format!(
                    "{name}, {step}: {bytes} to {more_bytes} bytes, {count} to {more_count} times"
                ));
            }
        }
    }
    assert!(worse.is_empty(), "{worse:#?}");
}
