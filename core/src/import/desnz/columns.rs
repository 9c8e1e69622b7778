//! The columns of the flat file.

use crate::import::sheet::columns;

columns! {
    /// A column of the flat file; the last one names the year.
    enum Column {
        Id = "ID",
        Scope = "Scope",
        Level1 = "Level 1",
        Level2 = "Level 2",
        Level3 = "Level 3",
        Level4 = "Level 4",
        Text = "Column Text",
        Unit = "UOM",
        Gas = "GHG/Unit",
        Value = "GHG Conversion Factor*",
    }
}
