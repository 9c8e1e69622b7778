//! The check of fields: numbers, amounts, dates, places, and what the kinds of activity check theirs with.

pub(crate) mod endpoints;
pub(crate) mod line_check;
pub(crate) mod list;
pub(crate) mod plausibility;
pub(crate) mod value;
