//! The catalogue of factors: search, explanation, statistics, differences, reviews.

pub(crate) mod difference;
pub(crate) mod explanation;
pub(crate) mod magnitudes;
pub(crate) mod result;
pub(crate) mod review;
pub(crate) mod search;
pub(crate) mod service;
pub(crate) mod statistics;
