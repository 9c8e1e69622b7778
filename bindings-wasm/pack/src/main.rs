//! Writes the npm package: `claquette-wasm-pack MODULE.wasm FOLDER`, from the root of the project.
//!
//! The folder gets the module with its glue, the compiled tables, the schemas, the licences and the
//! manifest of the package; `bindings-wasm/build` compiles the TypeScript beside them.

use core::error::Error;
use std::fs;
use std::path::Path;

use wasm_bindgen_cli_support::Bindgen;

/// What the package takes as it is.
const FILES: [&str; 5] = [
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "bindings-wasm/README.md",
    "bindings-wasm/package/package.json",
    "factors/NOTICE.md",
];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args_os().skip(1);
    let (Some(module), Some(folder)) = (arguments.next(), arguments.next()) else {
        return Err("claquette-wasm-pack MODULE.wasm FOLDER".into());
    };
    let folder = Path::new(&folder);
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
        _ => fs::create_dir_all(folder)?,
    }
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(Path::new(&module))
        .out_name("claquette")
        .typescript(true)
        .omit_default_module_path(true);
    bindgen.remove_name_section(true).remove_producers_section(true);
    bindgen.web(true)?.generate(folder)?;
    fs::rename(folder.join("claquette_bg.wasm"), folder.join("claquette.wasm"))?;
    copy(Path::new("core/schema"), &folder.join("schema"))?;
    for file in FILES {
        let path = Path::new(file);
        fs::copy(path, folder.join(path.file_name().unwrap_or_default()))?;
    }
    for (name, bytes) in claquette_factors::COMPILED {
        fs::write(folder.join(name), bytes)?;
    }
    Ok(())
}

/// Copies the files of a folder.
fn copy(from: &Path, to: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        fs::copy(entry.path(), to.join(entry.file_name()))?;
    }
    Ok(())
}
