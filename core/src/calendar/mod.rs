//! What the calendar of a production says: who is there, what they need, what was entered already.

pub(crate) mod actuals;
pub(crate) mod attendance;
pub(crate) mod needs;
