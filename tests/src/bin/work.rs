//! Does everything with an input of one dimension, so that its instructions can be counted: `work DIMENSION SIZE`.
//! Without arguments, the names of the dimensions.

use claquette_conformance::work::dimensions;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [name, size] = arguments.as_slice() else {
        dimensions().for_each(|dimension| println!("{}", dimension.name));
        return;
    };
    let dimension = dimensions().find(|dimension| dimension.name == name).expect("a dimension");
    (dimension.run)(size.parse().expect("a size"), &mut |_| ());
}
