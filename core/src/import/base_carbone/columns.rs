//! The columns of the export that are read: 39 of its 67.

use crate::import::sheet::columns;

columns! {
    /// A column of the export of the Base Carbone.
    enum Column {
        Line = "Type Ligne",
        Id = "Identifiant de l'élément",
        Structure = "Structure",
        Kind = "Type de l'élément",
        Status = "Statut de l'élément",
        BaseFr = "Nom base français",
        BaseEn = "Nom base anglais",
        AttributeFr = "Nom attribut français",
        AttributeEn = "Nom attribut anglais",
        BoundaryFr = "Nom frontière français",
        BoundaryEn = "Nom frontière anglais",
        Category = "Code de la catégorie",
        Unit = "Unité français",
        Programme = "Programme",
        Source = "Source",
        Place = "Localisation géographique",
        Subplace = "Sous-localisation géographique français",
        Changed = "Date de modification",
        Validity = "Période de validité",
        Uncertainty = "Incertitude",
        PartKind = "Type poste",
        PartName = "Nom poste français",
        Total = "Total poste non décomposé",
        Co2 = "CO2f",
        Ch4Fossil = "CH4f",
        Ch4Biogenic = "CH4b",
        N2o = "N2O",
        Code1 = "Code gaz supplémentaire 1",
        Value1 = "Valeur gaz supplémentaire 1",
        Code2 = "Code gaz supplémentaire 2",
        Value2 = "Valeur gaz supplémentaire 2",
        Code3 = "Code gaz supplémentaire 3",
        Value3 = "Valeur gaz supplémentaire 3",
        Code4 = "Code gaz supplémentaire 4",
        Value4 = "Valeur gaz supplémentaire 4",
        Code5 = "Code gaz supplémentaire 5",
        Value5 = "Valeur gaz supplémentaire 5",
        Other = "Autres GES",
        Biogenic = "CO2b",
    }
}

/// The gases that have their own column.
pub(crate) const GASES: [(Column, crate::factor::split::Gas); 5] = [
    (Column::Co2, crate::factor::split::Gas::Co2),
    (Column::Ch4Fossil, crate::factor::split::Gas::Ch4Fossil),
    (Column::Ch4Biogenic, crate::factor::split::Gas::Ch4Biogenic),
    (Column::N2o, crate::factor::split::Gas::N2o),
    (Column::Other, crate::factor::split::Gas::Other),
];

/// The columns of the further gases: code and value.
pub(crate) const FURTHER_GASES: [(Column, Column); 5] = [
    (Column::Code1, Column::Value1),
    (Column::Code2, Column::Value2),
    (Column::Code3, Column::Value3),
    (Column::Code4, Column::Value4),
    (Column::Code5, Column::Value5),
];
