//! The page of the sizes of factors: between which bounds each family lies, and which families cannot tell every slip.

use claquette::{Magnitude, References};

use crate::File;

const HEAD: &str = "\
# Ordres de grandeur · Magnitudes

Écrit par `cargo run -p claquette-generate` d’après les tables de `data/` : ne pas modifier à la main.
Written by `cargo run -p claquette-generate` from the tables of `data/`: not to be edited by hand.

Un facteur d’un jeu à soi, d’une ligne, d’un contrat ou d’une base importée est signalé (`factor-far`) s’il est au-dessous du
dixième du plus petit facteur utilisable de sa famille, ou au-dessus de dix fois le plus grand. Un facteur dit par une ligne n’a
pas de clé : il est comparé à ceux de son poste. Zéro ne compte pas.
A factor of a set of one’s own, of a line, of a contract or of an imported base is warned of (`factor-far`) if it is less than a
tenth of the smallest usable factor of its family, or more than ten times the largest. A factor that a line states has no key: it
is held against those of its post. Zero does not count.
";

const TELLING: &str = "
## Familles où toute erreur de mille se voit · Families that tell every slip of a thousand

";

const SILENT: &str = "
## Familles où elle peut ne pas se voir · Families that may not tell it

Le plus grand facteur y fait plus de cent fois le plus petit : une erreur de mille peut rester entre les bornes.
Their largest factor is more than a hundred times the smallest: a slip of a thousand may lie between the bounds.

";

const COLUMNS: &str = "\
| famille · family | par · per | de · from | à · to | rapport · ratio | facteurs · factors |
|---|---|--:|--:|--:|--:|
";

/// The page, of all families by what they measure.
pub(crate) fn files(references: &References) -> Vec<File> {
    let (telling, silent): (Vec<Magnitude>, Vec<Magnitude>) =
        references.magnitudes().into_iter().partition(Magnitude::tells);
    let mut page = String::from(HEAD);
    for (heading, magnitudes) in [(TELLING, telling), (SILENT, silent)] {
        page.push_str(heading);
        page.push_str(COLUMNS);
        page.extend(magnitudes.iter().map(row));
    }
    vec![("factors/MAGNITUDES.md", page)]
}

fn row(of: &Magnitude) -> String {
    let [least, most] = [of.least, of.most].map(|size| size.round_sf(4).unwrap_or(size).normalize());
    let ratio =
        of.most.checked_div(of.least).and_then(|ratio| ratio.round_sf(3)).unwrap_or_default().normalize();
    let Magnitude { family, unit, factors, .. } = of;
    format!("| `{family}` | {unit} | {least} | {most} | {ratio} | {factors} |\n")
}
