//! Times of calls, for the benchmarks, which print ratios of medians.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// The time of one call, drop of its result included.
pub fn time<T>(call: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    black_box(call());
    start.elapsed()
}

/// The median of some times, in seconds.
pub fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64()
}
