//! The problems of tables and of imports: the end of the catalogue.

/// Declares the catalogue that begins with these rows.
macro_rules! and_of_tables {
    ($($row:tt)+) => {
        problems! {
            $($row)+

            // Tables: what is wrong with a set of factors or another table.
            OpenQuote = "open-quote" Error ()
                "un guillemet n’est pas fermé : il cache les lignes qui suivent",
                "a quote is not closed: it hides the rows after it";
            EmptyTable = "empty-table" Error ()
                "le fichier manque, ou il est vide",
                "the file is missing, or it is empty";
            WrongDelimiter = "wrong-delimiter" Error ()
                "les cellules sont séparées par des points-virgules ou des tabulations : il faut des virgules, et des points décimaux",
                "the cells are separated by semicolons or tabs: commas are expected, and decimal points";
            MissingColumn = "missing-column" Error (column: &'static str)
                "il manque la colonne « {column} »",
                "the column `{column}` is missing";
            UnknownColumn = "unknown-column" Error (column: String)
                "colonne inconnue « {column} »",
                "unknown column `{column}`";
            InvalidValue = "invalid-value" Error (value: String)
                "« {value} » n’est pas une valeur de cette colonne",
                "`{value}` is not a value of this column";
            DuplicateRow = "duplicate-row" Error (id: String)
                "« {id} » est donné deux fois",
                "`{id}` is given twice";
            AmbiguousFactor = "ambiguous-factor" Error (id: String, other: String)
                "les facteurs « {id} » et « {other} » ont la même clé, le même lieu et la même année",
                "the factors `{id}` and `{other}` have the same key, place and year";
            RawMismatch = "raw-mismatch" Error (raw: String, value: String)
                "le texte de la source « {raw} » n’est pas la valeur {value}",
                "the source's text `{raw}` is not the value {value}";
            PartsSum = "parts-sum" Error (sum: String, value: String)
                "la somme des parties {sum} n’est pas la valeur composée {value}",
                "the sum of the parts {sum} is not the composed value {value}";
            UnknownName = "unknown-name" Error (name: String)
                "rien ne s’appelle « {name} »",
                "nothing is called `{name}`";
            InvalidName = "invalid-name" Error (name: String, limit: u64)
                "« {name} » ne peut pas nommer un jeu ou un fichier : il y faut de 1 à {limit} lettres latines, chiffres, espaces ou signes . , _ - + ( ) ' ’, une lettre ou un chiffre d’abord, sans espace à la fin",
                "`{name}` cannot name a set or a file: it takes 1 to {limit} Latin letters, digits, spaces or marks . , _ - + ( ) ' ’, a letter or a digit first, with no space at the end";
            InvalidCompiled = "invalid-compiled" Error ()
                "ce ne sont pas des tables compilées de cette version, ou elles sont abîmées",
                "these are not compiled tables of this version, or they are damaged";
            MissingNotes = "missing-notes" Error (name: String)
                "les notes des tables compilées « {name} » ne sont pas chargées : leurs lignes sont incomplètes",
                "the notes of the compiled tables `{name}` are not loaded: their rows are incomplete";

            // Imports: what is wrong with the export of a base.
            WrongEncoding = "wrong-encoding" Error (found: &'static TermRow)
                "le fichier est en {found} : l’enregistrer en CSV, UTF-8 ou Windows-1252",
                "the file is in {found}: save it as CSV, UTF-8 or Windows-1252";
            CutOff = "cut-off" Error ()
                "le fichier est coupé : sa dernière ligne n’est pas finie",
                "the file is cut off: its last row is not finished";
            RowLength = "row-length" Error (cells: u64, columns: u64)
                "la ligne a {cells} cellules, l’en-tête en a {columns}",
                "the row has {cells} cells, the header has {columns}";
            Formula = "formula" Error (value: String)
                "la cellule contient une formule (« {value} ») au lieu de sa valeur",
                "the cell holds a formula (`{value}`) instead of its value";
            OtherProblems = "other-problems" Error (count: u64)
                "{count} autres problèmes ont été trouvés et ne sont pas listés",
                "{count} further problems were found and are not listed";
            AfterEnd = "after-end" Error ()
                "la ligne suit la marque de fin (« END »)",
                "the row stands after the mark of the end (`END`)";
            AmbiguousNumber = "ambiguous-number" Error (value: String)
                "la virgule de « {value} » marque-t-elle les décimales ou les milliers ? Écrire le nombre avec un point décimal, sans séparateur de milliers",
                "does the comma of `{value}` mark decimals or thousands? Write the number with a decimal point and no separator of thousands";
            OrphanPart = "orphan-part" Error (id: String)
                "cette ligne de « {id} » ne suit pas l’élément dont elle est une partie",
                "this row of `{id}` does not follow the element that it is a part of";
        }
    };
}
pub(crate) use and_of_tables;
