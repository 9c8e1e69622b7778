//! Runs uniffi's generator of Kotlin: `claquette-kotlin-bindgen generate --language kotlin …`.

fn main() {
    uniffi::uniffi_bindgen_main();
}
