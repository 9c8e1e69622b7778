//! What crosses the border to a binding: refusals on the wire.

pub(crate) mod refusal;
