//! Which file imports which, and what that breaks.

use std::collections::{BTreeMap, BTreeSet};

use crate::source::{Module, Source};

/// From a file, the files that it names.
pub(crate) type Graph = BTreeMap<Module, BTreeSet<Module>>;

/// A file as people name it.
fn said(module: &[String]) -> String {
    if module.is_empty() { "lib".into() } else { module.join("::") }
}

/// The file that declares what a path from the root names, past every re-export on the way.
fn declared(source: &Source, path: &[String]) -> Module {
    let mut path = path.to_vec();
    // Each turn goes through one re-export; none goes in a circle, or rustc would have refused it.
    for _ in 0..32 {
        let exported = (0..path.len()).rev().find_map(|at| {
            let names = source.0.get(&path[..at])?;
            // A module and an item of one name: what follows is in the module, and nothing follows the item.
            let is_module = source.0.contains_key(&path[..=at]);
            let named = names.exports.get(&path[at]).filter(|_| !is_module || at + 1 == path.len());
            let target = named.or_else(|| names.exports.get("*").filter(|_| !is_module))?;
            let absolute = absolute(source, &path[..at], target)?;
            Some([&absolute, &path[at + 1..]].concat())
        });
        match exported {
            Some(next) if next != path => path = next,
            _ => break,
        }
    }
    let longest = (0..=path.len()).rev().find(|at| source.0.contains_key(&path[..*at]));
    path[..longest.unwrap_or(0)].to_vec()
}

/// A path of a file from the root of its crate; `None` if it leads out of the crate or stays in the file.
fn absolute(source: &Source, module: &[String], path: &[String]) -> Option<Vec<String>> {
    let (first, rest) = path.split_first()?;
    match first.as_str() {
        "crate" => Some(rest.to_vec()),
        "self" => Some([module, rest].concat()),
        "super" => {
            let up = path.iter().take_while(|name| *name == "super").count();
            // More than there are lead nowhere: rustc refuses them.
            Some([&module[..module.len().checked_sub(up)?], &path[up..]].concat())
        }
        _ => {
            let child = [module, std::slice::from_ref(first)].concat();
            if source.0.contains_key(&child) {
                return Some([&child, rest].concat());
            }
            let names = source.0.get(module)?;
            let (_, target) = names.imports.iter().find(|(name, target)| name == first && target != path)?;
            // What is imported from another crate, or by a name of the prelude, is not ours.
            let local = matches!(target.first().map(String::as_str), Some("crate" | "self" | "super"));
            local.then(|| absolute(source, module, &[target.as_slice(), rest].concat()))?
        }
    }
}

/// Which file names which.
pub(crate) fn graph(source: &Source) -> Graph {
    let mut graph = Graph::new();
    for (module, names) in &source.0 {
        let edges = graph.entry(module.clone()).or_default();
        let imports = names.imports.iter().map(|(_, path)| path);
        for path in imports.chain(&names.paths) {
            if let Some(path) = absolute(source, module, path) {
                let target = declared(source, &path);
                if target != *module {
                    edges.insert(target);
                }
            }
        }
    }
    graph
}

/// The files that can be reached from one.
fn reach<'a>(graph: &'a Graph, from: &'a Module) -> BTreeSet<&'a Module> {
    let (mut seen, mut open) = (BTreeSet::new(), vec![from]);
    while let Some(next) = open.pop() {
        let targets = graph.get(next).into_iter().flatten();
        open.extend(targets.filter(|target| seen.insert(*target)));
    }
    seen
}

/// The files of each circle.
pub(crate) fn circles(graph: &Graph) -> Vec<Vec<String>> {
    let reached: BTreeMap<&Module, BTreeSet<&Module>> =
        graph.keys().map(|module| (module, reach(graph, module))).collect();
    let mut circles = BTreeSet::new();
    for (module, targets) in &reached {
        if targets.contains(*module) {
            let back = |other: &&&Module| reached.get(**other).is_some_and(|back| back.contains(*module));
            circles.insert(targets.iter().filter(back).map(|module| said(module)).collect::<Vec<_>>());
        }
    }
    circles.into_iter().collect()
}

/// The `impl` blocks of traits that stand in a layer of which neither the trait nor a type is: whoever has the type can call
/// them without an import.
fn away(source: &Source) -> Vec<String> {
    let mut found = Vec::new();
    for (module, names) in source.0.iter().filter(|(module, _)| !module.is_empty()) {
        for paths in &names.trait_impls {
            let is_own = |path: &Vec<String>| {
                let local = || absolute(source, module, path).map(|path| declared(source, &path));
                path.len() == 1 && names.declared.contains(&path[0])
                    || local().is_some_and(|local| local.first() == module.first())
            };
            let paths: Vec<_> = if paths.iter().any(is_own) {
                Vec::new()
            } else {
                paths.iter().map(|path| path.join("::")).collect()
            };
            if !paths.is_empty() {
                found.push(format!("{} implements {}, none of its layer", said(module), paths.join(" for ")));
            }
        }
    }
    found
}

/// What of a crate breaks the order of its layers, the lowest first: imports upwards, circles, files of no layer; and
/// calls upwards of methods that stand in another layer than their type, for these need no import: a file that knows
/// the type calls none of that name, and no file one of a name that is declared nowhere else.
pub(crate) fn violations(source: &Source, layers: &[String]) -> Vec<String> {
    // The root is above all layers.
    let rank = |module: &Module| match module.first() {
        Some(layer) => layers.iter().position(|known| known == layer),
        None => Some(layers.len()),
    };
    let mut found = Vec::new();
    let graph = graph(source);
    for (module, targets) in &graph {
        let Some(own) = rank(module) else {
            found.push(format!("{} is of no layer", said(module)));
            continue;
        };
        let refused = source.0[module].refused.iter();
        found.extend(refused.map(|what| format!("{} has {what}, which leads anywhere", said(module))));
        let above = targets.iter().filter(|target| rank(target).is_some_and(|rank| rank > own));
        found.extend(above.map(|target| format!("{} imports {} upwards", said(module), said(target))));
        for (path, functions) in &source.0[module].impls {
            let local = absolute(source, module, path).map(|path| declared(source, &path));
            let Some(home) = local.filter(|home| home.first() != module.first()) else { continue };
            let knows = |other: &Module| *other == home || graph[other].contains(&home);
            // A name that only this file declares needs no type to be told: a value of it may come from anywhere.
            let only_here = |function: &String| {
                source.0.iter().all(|(other, names)| other == module || !names.functions.contains(function))
            };
            for (other, names) in source.0.iter().filter(|(other, _)| rank(other) < Some(own)) {
                let called = functions.iter().filter(|function| {
                    names.calls.contains(*function) && (knows(other) || only_here(function))
                });
                found.extend(called.map(|function| {
                    let name = path.join("::");
                    format!(
                        "{} calls {name}::{function} of {}, a type of {}",
                        said(other),
                        said(module),
                        said(&home)
                    )
                }));
            }
        }
    }
    found.extend(away(source));
    found.extend(circles(&graph).into_iter().map(|files| format!("a circle: {}", files.join(", "))));
    found
}
