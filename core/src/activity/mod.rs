//! The kinds of activity, each in a file of its own: its fields, its checks, its demands.

pub(crate) mod digital;
pub(crate) mod energy;
pub(crate) mod food;
pub(crate) mod goods;
pub(crate) mod kinds;
pub(crate) mod modes;
pub(crate) mod money;
pub(crate) mod stay;
pub(crate) mod travel;
pub(crate) mod vehicle;

use crate::field::line_check::LineCheck;

/// A kind of activity.
pub(crate) trait Activity {
    /// Checks the input and registers its demands. Returns `None` if it is invalid, which has been
    /// reported.
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()>;
}
