//! The problems of stored footprints: a part of the catalogue.

/// Declares the catalogue that begins with these rows.
macro_rules! and_of_stored {
    ($($row:tt)+) => {
        $crate::diagnostic::calendar::and_of_calendar! {
            $($row)+

            // Stored footprints: what does not hold together.
            UnknownPosition = "unknown-position" Error (position: u32, length: u64)
                "la position {position} est au-delà de sa liste, qui a {length} éléments",
                "the position {position} is beyond its list, which has {length} items";
            WrongLength = "wrong-length" Error (found: u64, expected: u64)
                "la liste a {found} éléments ; il en faut {expected}",
                "the list has {found} items; there must be {expected}";
            OutOfOrder = "out-of-order" Error ()
                "n’est pas dans l’ordre des lignes",
                "not in the order of the lines";
            ZeroDenominator = "zero-denominator" Error ()
                "le terme divise par zéro",
                "the term divides by zero";
            NotACount = "not-a-count" Error (value: String, maximum: String)
                "{value} ne convient pas : il faut un nombre entier, de 0 à {maximum}",
                "{value} does not fit: a whole number is needed, from 0 to {maximum}";
            TooFine = "too-fine" Error (value: String)
                "{value} kg ne font pas un nombre entier de microgrammes, en quoi les masses sont comptées",
                "{value} kg are no whole number of micrograms, in which masses are counted";
            UncountedLine = "uncounted-line" Error (id: String)
                "la ligne « {id} » n’est ni comptée ni exclue : il manque son produit, ou la raison de l’exclure",
                "the line `{id}` is neither counted nor excluded: its product is missing, or the reason to exclude it";
            ExcludedCounted = "excluded-counted" Error (id: String)
                "la ligne « {id} » est exclue, et pourtant comptée",
                "the line `{id}` is excluded, and yet it is counted";
            ProductTwice = "product-twice" Error (id: String)
                "ce produit de la ligne « {id} » y est déjà compté : mêmes termes, même facteur",
                "this product of the line `{id}` is already counted in it: the same terms, the same factor";
            BudgetSum = "budget-sum" Error (sum: String, total: String, unit: String)
                "les lignes du devis, et ce qu’aucune ne dit, font {sum} {unit}, et non {total} {unit}",
                "the lines of the budget, and what none of them lists, sum to {sum} {unit}, not to {total} {unit}";
        }
    };
}
pub(crate) use and_of_stored;
