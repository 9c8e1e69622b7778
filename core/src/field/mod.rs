//! The check of fields: numbers, amounts, dates, places, and what the kinds of activity check theirs with.

pub(crate) mod ends;
pub(crate) mod line;
pub(crate) mod list;
pub(crate) mod plausible;
pub(crate) mod values;
