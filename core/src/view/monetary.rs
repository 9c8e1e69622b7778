//! The spend-based share of each post.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::factor::key::Post;
use crate::factor::split::Account;
use crate::ledger::footprint::Footprint;
use crate::ledger::product::Entry;
use crate::number::mass::Mass;
use crate::number::ratio::quotient;
use crate::text::vocabulary::Term;
use crate::view::indicator::SHARE_PLACES;

/// The spend-based share of a post: amounts spent × spend factors.
///
/// Methods want few of them. How few, nothing says that is public and could be read: neither the pages of the Bilan
/// Carbone method on the collection of data, nor those of the CNC on its tools, nor what is written of AFNOR SPEC
/// 2308. So the share is shown, and no threshold judges it.
///
/// ```
/// use claquette::{Limits, MonetaryShare, Options, Post, References, check_json, compute};
/// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
/// let input = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2023}, "lines": [
///   {"id": "L1", "what": {"spend": {"category": "insurance", "amount": {"value": "1000", "unit": "EUR"},
///                                   "year": 2023, "vat": "excluded"}}},
///   {"id": "L2", "what": {"electricity": {"energy": {"value": "1000", "unit": "kWh"}}}}]}"#;
/// let production = check_json(input, &references, &Limits::default()).production.unwrap();
/// let footprint = compute(&production, &references, &Options::default()).unwrap();
/// // 1 k€ × 77 kg of insurance, all of it by money; 1,000 kWh × 0.058 kg, none of it.
/// let shares = MonetaryShare::by_post(&footprint);
/// let monetary = |post| shares.iter().find(|share| share.post == post).unwrap();
/// assert_eq!(monetary(Post::Services).monetary.kilograms().to_string(), "77");
/// assert_eq!(monetary(Post::Electricity).share.unwrap().to_string(), "0");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonetaryShare {
    /// The post.
    pub post: Post,
    /// Its counted emissions.
    pub total: Mass,
    /// The spend-based part of them.
    pub monetary: Mass,
    /// That share, to six decimal places; `None` where the post counts nothing.
    pub share: Option<Decimal>,
}

impl MonetaryShare {
    /// The posts that have a line, in the order of the posts.
    pub fn by_post(footprint: &Footprint) -> Vec<Self> {
        let mut shares = Vec::new();
        for &post in Post::ALL {
            let of_post = |entry: &Entry| footprint.post_of(entry) == Some(post);
            let entries = || footprint.in_account(Account::Counted).filter(of_post);
            if entries().next().is_none() {
                continue;
            }
            let monetary = entries().filter(|entry| footprint.rests_on_money(entry));
            let monetary = Mass::sum(monetary.map(|entry| entry.mass)).unwrap_or_default();
            let total = Mass::sum(entries().map(|entry| entry.mass)).unwrap_or_default();
            let share = quotient(monetary, total, SHARE_PLACES).map(|share| share.normalize());
            shares.push(Self { post, total, monetary, share });
        }
        shares
    }
}
