//! A synthetic export in the layout of the Base Carbone: all 67 columns, rows of a few cells each.

use claquette::Diagnostic;
use claquette::import::{Import, base_carbone};
use claquette_conformance::without_factors;

/// The header of the export of V23.6.
pub(crate) const HEADER: &str = "Type Ligne;Identifiant de l'élément;Structure;Type de l'élément;Statut de l'élément;Nom base français;Nom base anglais;Nom base espagnol;Nom attribut français;Nom attribut anglais;Nom attribut espagnol;Nom frontière français;Nom frontière anglais;Nom frontière espagnol;Code de la catégorie;Tags français;Tags anglais;Tags espagnol;Unité français;Unité anglais;Unité espagnol;Contributeur;Autres Contributeurs;Programme;Url du programme;Source;Localisation géographique;Sous-localisation géographique français;Sous-localisation géographique anglais;Sous-localisation géographique espagnol;Date de création;Date de modification;Période de validité;Incertitude;Réglementations;Transparence;Qualité;Qualité TeR;Qualité GR;Qualité TiR;Qualité C;Qualité P;Qualité M;Commentaire français;Commentaire anglais;Commentaire espagnol;Type poste;Nom poste français;Nom poste anglais;Nom poste espagnol;Total poste non décomposé;CO2f;CH4f;CH4b;N2O;Code gaz supplémentaire 1;Valeur gaz supplémentaire 1;Code gaz supplémentaire 2;Valeur gaz supplémentaire 2;Code gaz supplémentaire 3;Valeur gaz supplémentaire 3;Code gaz supplémentaire 4;Valeur gaz supplémentaire 4;Code gaz supplémentaire 5;Valeur gaz supplémentaire 5;Autres GES;CO2b";

/// An export that is being written.
pub(crate) struct Export {
    columns: Vec<&'static str>,
    pub(crate) rows: Vec<Vec<String>>,
}

/// A cell: the name of its column and its text.
pub(crate) type Cell<'a> = (&'a str, &'a str);

impl Export {
    pub(crate) fn new() -> Self {
        let columns: Vec<&str> = HEADER.split(';').collect();
        assert_eq!(columns.len(), 67);
        Self { columns, rows: Vec::new() }
    }

    /// Adds a valid emission factor of mainland France, with these cells besides.
    pub(crate) fn element(self, id: &str, unit: &str, total: &str, cells: &[Cell<'_>]) -> Self {
        let usual = [
            ("Type Ligne", "Elément"),
            ("Identifiant de l'élément", id),
            ("Structure", "élément non décomposé"),
            ("Type de l'élément", "Facteur d'émission"),
            ("Statut de l'élément", "Valide générique"),
            ("Nom base français", id),
            ("Unité français", unit),
            ("Localisation géographique", "France continentale"),
            ("Date de modification", "04/01/2022"),
            ("Total poste non décomposé", total),
        ];
        self.row(&usual, cells)
    }

    /// Adds a part of an element.
    pub(crate) fn part(self, id: &str, kind: &str, total: &str, cells: &[Cell<'_>]) -> Self {
        let usual = [
            ("Type Ligne", "Poste"),
            ("Identifiant de l'élément", id),
            ("Type de l'élément", "Facteur d'émission"),
            ("Statut de l'élément", "Valide générique"),
            ("Type poste", kind),
            ("Total poste non décomposé", total),
        ];
        self.row(&usual, cells)
    }

    fn row(mut self, usual: &[Cell<'_>], cells: &[Cell<'_>]) -> Self {
        let mut row = vec![String::new(); self.columns.len()];
        for (name, text) in usual.iter().chain(cells) {
            row[self.columns.iter().position(|column| column == name).expect("a column")] = text.to_string();
        }
        self.rows.push(row);
        self
    }

    /// The text of the file; cells with quotes or delimiters are quoted.
    pub(crate) fn text(&self) -> String {
        let mut text = format!("{HEADER}\n");
        for row in &self.rows {
            let quoted = row.iter().map(|cell| match cell.contains(['"', ';', '\n']) {
                true => format!("\"{}\"", cell.replace('"', "\"\"")),
                false => cell.clone(),
            });
            text.push_str(&quoted.collect::<Vec<_>>().join(";"));
            text.push('\n');
        }
        text
    }

    #[track_caller]
    pub(crate) fn import(&self) -> Import {
        read(self.text().as_bytes()).expect("a sound file")
    }
}

/// Imports a file whose name is `base.csv`.
pub(crate) fn read(bytes: &[u8]) -> Result<Import, Vec<Diagnostic>> {
    base_carbone("base.csv", bytes, &without_factors())
}

/// A text in Windows-1252, of letters that are the same in Latin-1.
pub(crate) fn windows_1252(text: &str) -> Vec<u8> {
    text.chars().map(|letter| u8::try_from(u32::from(letter)).expect("a letter of Latin-1")).collect()
}
