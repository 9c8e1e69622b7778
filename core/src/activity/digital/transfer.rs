//! Data that is sent.

use crate::activity::Activity;
use crate::field::line_check::LineCheck;
use crate::format::amount::Amount;
use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::number::unit::{Dimension, Unit};
use crate::pricing::demand::{Field, Origin, StepName, Steps};
use crate::text::vocabulary::vocabulary;

vocabulary! {
    /// By which network data is sent.
    pub enum TransferNetwork {
        Internet = "internet", "Internet", "the internet";
        DataCentres = "data-centres", "entre centres de données", "between data centres";
    }
}

record! {
    /// Data that is sent, such as rushes, backups or a live signal: its size × the electricity of the network per GB.
    ///
    /// Key `energy.electricity`, in kWh. The use per GB is the line's own `intensity`, or the assumption
    /// `transfer.<network>`: the operation of the network alone, without the machines at either end.
    pub struct Transfer {
        /// How much is sent in all (`TB`, `GB`).
        data: Leaf<Amount> = "data" required,
        /// By which network; defaults to the internet.
        network: Leaf<TransferNetwork> = "network",
        /// The electricity of the network per amount of data (`kWh/GB`, `kWh/TB`).
        intensity: Leaf<Amount> = "intensity",
    }
}

impl Activity for Transfer {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let data = line.amount("data", &self.data, &[Dimension::Data]);
        let assumption = match self.network.or(TransferNetwork::Internet)? {
            TransferNetwork::Internet => "transfer.internet",
            TransferNetwork::DataCentres => "transfer.data-centres",
        };
        let intensity = line.assumed("intensity", &self.intensity, &[Dimension::DataIntensity], assumption);
        let ((value, unit), (intensity, per, origin)) = (data?, intensity?);
        let mut steps = Steps::of(StepName::Quantity, value, Some(unit), Origin::Given);
        steps.by(Field::Own("data"));
        steps.convert(unit, Unit::parse("GB")?);
        let intensity = (intensity, per, origin.by(Field::Own("intensity")));
        steps.times_amount(StepName::DataIntensity, intensity, "kWh/GB");
        line.demand("energy.electricity", steps)
    }
}
