//! The building blocks of every document: leaves, records, readers, writers, shapes and schemas.

pub(crate) mod amount;
pub(crate) mod diagnostic;
pub(crate) mod document_sort;
pub(crate) mod json;
pub(crate) mod leaf;
pub(crate) mod output;
pub(crate) mod parameters;
pub(crate) mod read;
pub(crate) mod record;
pub(crate) mod schema;
pub mod shape;
pub(crate) mod stored;
pub(crate) mod texts;
pub(crate) mod unread;
