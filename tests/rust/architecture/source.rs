//! The files of a crate, and every path that they name.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::Visit;

/// A module by the names that lead to it from the root of its crate; the root has none.
pub(crate) type Module = Vec<String>;

/// An inherent `impl` block: the path of its type, and the names of its functions.
pub(crate) type Impl = (Vec<String>, Vec<String>);

/// What a file names.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// Imports: the name in this file, and the path that it stands for.
    pub(crate) imports: Vec<(String, Vec<String>)>,
    /// Imports that others can import from here.
    pub(crate) exports: BTreeMap<String, Vec<String>>,
    /// Every other path of two or more names: in expressions, in types, and in the tokens of macros.
    pub(crate) paths: Vec<Vec<String>>,
    /// The inherent `impl` blocks.
    pub(crate) impls: Vec<Impl>,
    /// The names of the methods that are called.
    pub(crate) calls: BTreeSet<String>,
}

/// The files of a crate, by their modules. Modules inside a file belong to the file; those of tests are left out.
#[derive(Debug, Default)]
pub(crate) struct Source(pub(crate) BTreeMap<Module, Names>);

impl Source {
    /// Reads all files below a folder.
    pub(crate) fn read(folder: &Path) -> Self {
        let mut source = Self::default();
        source.folder(folder, &[]);
        source
    }

    fn folder(&mut self, folder: &Path, module: &[String]) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_str().unwrap().to_string();
            if path.is_dir() {
                self.folder(&path, &[module, &[name]].concat());
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                let own = if name == "mod" || name == "lib" && module.is_empty() { &[][..] } else { &[name] };
                self.add(&[module, own].concat(), &text);
            }
        }
    }

    /// Adds the text of a file.
    pub(crate) fn add(&mut self, module: &[String], text: &str) {
        let mut names = Names::default();
        names.visit_file(&syn::parse_file(text).unwrap_or_else(|error| panic!("{module:?}: {error}")));
        self.0.insert(module.to_vec(), names);
    }
}

fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute.parse_args::<syn::Path>().is_ok_and(|path| path.is_ident("test"))
    })
}

impl Names {
    fn import(&mut self, tree: &syn::UseTree, before: &[String], exported: bool) {
        let mut add = |name: String, path: Vec<String>| {
            if exported {
                self.exports.insert(name.clone(), path.clone());
            }
            self.imports.push((name, path));
        };
        match tree {
            syn::UseTree::Path(path) => {
                self.import(&path.tree, &[before, &[path.ident.to_string()]].concat(), exported);
            }
            syn::UseTree::Name(name) if name.ident == "self" => {
                add(before.last().cloned().unwrap_or_default(), before.to_vec());
            }
            syn::UseTree::Name(name) => {
                add(name.ident.to_string(), [before, &[name.ident.to_string()]].concat());
            }
            syn::UseTree::Rename(name) => {
                add(name.rename.to_string(), [before, &[name.ident.to_string()]].concat());
            }
            syn::UseTree::Glob(_) => add("*".into(), before.to_vec()),
            syn::UseTree::Group(group) => {
                group.items.iter().for_each(|tree| self.import(tree, before, exported));
            }
        }
    }

    /// The paths in the tokens of a macro: names with two colons between them.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let (mut colons, mut dot) = (0, false);
        for token in tokens {
            match token {
                TokenTree::Ident(name) => {
                    if std::mem::take(&mut dot) {
                        self.calls.insert(name.to_string());
                    }
                    if colons != 2 {
                        self.path(&mut path);
                    }
                    path.push(name.to_string());
                    colons = 0;
                    continue;
                }
                TokenTree::Punct(mark) if mark.as_char() == '.' => dot = true,
                TokenTree::Punct(mark) if mark.as_char() == ':' && !path.is_empty() => {
                    colons += 1;
                    if colons <= 2 {
                        continue;
                    }
                }
                TokenTree::Group(group) => {
                    self.path(&mut path);
                    self.tokens(group.stream());
                }
                _ => {}
            }
            self.path(&mut path);
            colons = 0;
        }
        self.path(&mut path);
    }

    fn path(&mut self, path: &mut Vec<String>) {
        let path = std::mem::take(path);
        // `Type::function` calls one, too; `module::function` does not.
        if let [.., of, name] = path.as_slice()
            && of.starts_with(char::is_uppercase)
        {
            self.calls.insert(name.clone());
        }
        if path.len() > 1 {
            self.paths.push(path);
        }
    }
}

impl<'ast> Visit<'ast> for Names {
    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        if !is_test(&module.attrs) {
            syn::visit::visit_item_mod(self, module);
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.import(&item.tree, &[], !matches!(item.vis, syn::Visibility::Inherited));
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        if let (None, syn::Type::Path(path)) = (&item.trait_, &*item.self_ty) {
            let functions = item.items.iter().filter_map(|item| match item {
                syn::ImplItem::Fn(function) => Some(function.sig.ident.to_string()),
                _ => None,
            });
            let path = path.path.segments.iter().map(|segment| segment.ident.to_string());
            self.impls.push((path.collect(), functions.collect()));
        }
        syn::visit::visit_item_impl(self, item);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.path(&mut path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        syn::visit::visit_path(self, path);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        self.calls.insert(call.method.to_string());
        syn::visit::visit_expr_method_call(self, call);
    }

    fn visit_macro(&mut self, item: &'ast syn::Macro) {
        self.visit_path(&item.path);
        self.tokens(item.tokens.clone());
    }
}
