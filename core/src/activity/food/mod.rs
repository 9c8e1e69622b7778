//! Food: meals, drinks, groceries.

pub(crate) mod drinks;
pub(crate) mod groceries;
pub(crate) mod meals;
