//! What must be priced, which factor serves it, and how much it is. Knows no document.

pub(crate) mod aviation;
pub(crate) mod candidate;
pub(crate) mod consumption;
pub(crate) mod conversion;
pub(crate) mod demand;
pub(crate) mod price;
pub(crate) mod resolve;
pub(crate) mod resolved;
