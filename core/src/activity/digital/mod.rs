//! Digital services: rendering, storage, transfer.

pub(crate) mod render;
pub(crate) mod storage;
pub(crate) mod transfer;
