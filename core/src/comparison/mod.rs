//! Comparison of footprints: with one another by factor, and with a stored result.

pub(crate) mod archive;
pub(crate) mod audit;
pub(crate) mod audit_result;
pub(crate) mod json_tree;
pub(crate) mod stored_result;
pub(crate) mod variance;
pub(crate) mod variance_result;
pub(crate) mod verification;
pub(crate) mod verification_result;
