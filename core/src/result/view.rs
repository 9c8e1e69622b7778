//! The JSON of a view.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::factor::split::Account;
use crate::format::output::{Output, output};
use crate::number::mass::Mass;
use crate::view::View;

output! {
    /// An account grouped along an axis: the groups and what is left out sum to the total.
    pub struct FootprintView {
        /// The axis.
        view: String,
        /// The account.
        account: Account,
        /// The groups.
        groups: Vec<FootprintGroup>,
        /// The mass of the parts that the view leaves out, in kgCO2e.
        left_out: Mass,
        /// The total of the account, in kgCO2e.
        total: Mass,
        /// How many lines the footprint itself leaves out.
        excluded: u32,
    }
}

output! {
    /// A group of a view.
    pub struct FootprintGroup {
        /// The code that its entries share; empty for those that have none.
        group: String,
        /// Its French label.
        fr: String,
        /// Its English label.
        en: String,
        /// The mass in kgCO2e, exact.
        kgco2e: Mass,
    }
}

impl FootprintView {
    /// Creates the output record of a view.
    pub fn new(view: &View) -> Self {
        let groups = view.groups.iter().map(|group| FootprintGroup {
            group: group.group.clone(),
            fr: group.fr.clone(),
            en: group.en.clone(),
            kgco2e: group.mass,
        });
        Self {
            view: view.axis.to_string(),
            account: view.account,
            groups: groups.collect(),
            left_out: view.left_out,
            total: view.total,
            excluded: view.excluded,
        }
    }
}

impl Output for FootprintView {}
