//! The JSON of how much of each post is based on money.

use alloc::vec::Vec;

use crate::factor::key::Post;
use crate::format::output::output;
use crate::ledger::footprint::Footprint;
use crate::number::Exact;
use crate::number::mass::Mass;
use crate::view::monetary::MonetaryShare;

output! {
    /// How much of a post is based on money.
    pub struct MonetaryPost {
        /// The post.
        post: Post,
        /// The part that is based on money, in kgCO2e.
        kgco2e: Mass,
        /// The share that is based on money; absent if nothing is counted in the post.
        share: Option<Exact> = optional,
    }
}

impl MonetaryPost {
    /// Every post of a footprint.
    pub(crate) fn all(footprint: &Footprint) -> Vec<Self> {
        let shares = MonetaryShare::by_post(footprint).into_iter();
        shares.map(|of| Self { post: of.post, kgco2e: of.monetary, share: of.share.map(Exact) }).collect()
    }
}
