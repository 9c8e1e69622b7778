//! The calendar of a production: attendance, needs, and actuals already entered.

pub(crate) mod actuals;
pub(crate) mod attendance;
pub(crate) mod needs;
