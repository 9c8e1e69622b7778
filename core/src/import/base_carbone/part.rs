//! The life-cycle parts of the Base Carbone.

use crate::factor::split::{Gas, Part};

/// The values of `Type poste` in the export, and the corresponding parts of the format.
///
/// `Carburant (amont/combustion)` combines two parts and `Amortissement` is not a part of a life cycle: both become
/// other parts.
const PARTS: &[(&str, Part)] = &[
    ("Amont", Part::Upstream),
    ("Combustion", Part::Combustion),
    ("Combustion à la centrale", Part::Generation),
    ("Transport et distribution", Part::Transmission),
    ("Fabrication", Part::Manufacture),
    ("Transport", Part::Transport),
    ("Energie", Part::Energy),
    ("Intrants", Part::Inputs),
    ("Emissions fugitives", Part::Fugitive),
    ("Fuites", Part::Fugitive),
    ("Collecte", Part::Collection),
    ("Traitement", Part::Treatment),
    ("Incinération", Part::Incineration),
    ("Carburant (amont/combustion)", Part::Other),
    ("Amortissement", Part::Other),
    ("Autre", Part::Other),
];

/// The part for a kind and a name; contrails are recorded as fugitive emissions under that name.
pub(crate) fn of(kind: &str, name: &str) -> Option<Part> {
    let part = PARTS.iter().find(|(known, _)| *known == kind).map(|(_, part)| *part)?;
    let contrails = part == Part::Fugitive && name.contains("condensation");
    Some(if contrails { Part::Contrails } else { part })
}

/// The gas for a code; `Divers`, unknown codes and an empty code mean other gases.
pub(crate) fn gas(code: &str) -> Gas {
    if code == "SF6" { Gas::Sf6 } else { Gas::Other }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrails_are_a_part_of_their_own() {
        assert_eq!(of("Emissions fugitives", "Trainées de condensation"), Some(Part::Contrails));
        assert_eq!(of("Emissions fugitives", "barrage de Petit Saut"), Some(Part::Fugitive));
        assert_eq!(of("Amont", "Trainées de condensation"), Some(Part::Upstream));
        assert_eq!(of("Surprise", ""), None);
    }
}
