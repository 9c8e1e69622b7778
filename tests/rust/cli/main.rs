//! The examples that people try first, run as they run them.

mod document;
mod factors;
mod footprint;

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use claquette_conformance::path;

/// A built example. `cargo test --workspace` has built it; alone, this crate builds it if it is stale.
fn example(name: &str) -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let profile = test.parent().and_then(Path::parent).expect("a folder of built things");
    let built = profile.join("examples").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    let since = fs::metadata(&built).and_then(|file| file.modified()).ok();
    if since.is_none_or(|since| newest(&path("../core")).max(newest(&path("../factors"))) > since) {
        let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
        let release = profile.file_name() == Some(OsStr::new("release"));
        let mut build = Command::new(cargo);
        build.current_dir(path("..")).args(["build", "-p", "claquette", "--example", name]);
        build.args(release.then_some("--release"));
        build.arg("--target-dir").arg(profile.parent().expect("a target folder"));
        assert!(build.status().unwrap().success());
    }
    built
}

/// When a source of a folder was last changed.
fn newest(folder: &Path) -> SystemTime {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let of = |path: PathBuf| match path.is_dir() {
        true => newest(&path),
        false if path.extension().is_some_and(|kind| kind == "rs" || kind == "csv" || kind == "toml") => {
            fs::metadata(path).and_then(|file| file.modified()).unwrap()
        }
        false => SystemTime::UNIX_EPOCH,
    };
    entries.map(of).max().unwrap_or(SystemTime::UNIX_EPOCH)
}

/// A file with this text, in the folder of built things.
fn file(name: &str, bytes: &[u8]) -> String {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&file, bytes).unwrap();
    file.to_str().expect("a path in UTF-8").into()
}
