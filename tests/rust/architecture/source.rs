//! The files of a crate, and every path that they name.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::visit::Visit;

/// A module by the names that lead to it from the root of its crate; the root has none.
pub(crate) type Module = Vec<String>;

/// An inherent `impl` block: the path of its type, and the names of its functions.
pub(crate) type Impl = (Vec<String>, Vec<String>);

/// An `impl` block of a trait: the paths of the trait, of its arguments and of the type.
pub(crate) type TraitImpl = Vec<Vec<String>>;

/// What a file names.
#[derive(Clone, Debug, Default)]
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
    /// The `impl` blocks of traits.
    pub(crate) trait_impls: Vec<TraitImpl>,
    /// The types and traits that it declares.
    pub(crate) declared: BTreeSet<String>,
    /// The names of all functions that it declares.
    pub(crate) functions: BTreeSet<String>,
    /// What is written so that no reader of paths could follow it.
    pub(crate) refused: BTreeSet<&'static str>,
    /// The modules inside the file that the walk is in.
    inside: Vec<String>,
}

/// The files of a crate, by their modules. Modules inside a file belong to the file; those of tests are left out.
#[derive(Clone, Debug, Default)]
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
    /// A path as the file itself would write it, outside of the modules inside it.
    fn outside(&self, path: Vec<String>) -> Vec<String> {
        let (depth, up) = (self.inside.len(), path.iter().take_while(|name| *name == "super").count());
        let within = |keep: usize, rest: &[String]| [&["self".into()], &self.inside[..keep], rest].concat();
        match path.first().map(String::as_str) {
            Some("self") if depth > 0 => within(depth, &path[1..]),
            Some("super") if up <= depth => within(depth - up, &path[up..]),
            Some("super") => path[depth..].to_vec(),
            _ => path,
        }
    }

    fn import(&mut self, tree: &syn::UseTree, before: &[String], exported: bool) {
        let mut add = |name: String, path: Vec<String>| {
            let path = self.outside(path);
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
        let mut before = String::new();
        for token in tokens {
            let last = std::mem::replace(&mut before, token.to_string());
            match token {
                TokenTree::Ident(name) => {
                    if last == "fn" {
                        self.functions.insert(name.to_string());
                    }
                    if ["struct", "enum", "trait", "union", "type"].contains(&&*last) {
                        self.declared.insert(name.to_string());
                    }
                    if std::mem::take(&mut dot) {
                        self.calls.insert(name.to_string());
                    }
                    if colons != 2 {
                        self.token_path(&mut path);
                    }
                    path.push(name.to_string());
                    colons = 0;
                    continue;
                }
                TokenTree::Punct(mark) if mark.as_char() == '.' => dot = true,
                TokenTree::Punct(mark) if mark.as_char() == '!' && last == "include" => {
                    self.refused.insert("include!");
                }
                TokenTree::Punct(mark) if mark.as_char() == '$' && colons == 2 && is_of_crate(&path) => {
                    self.refused.insert("a path with a name that is given to a macro");
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' && !path.is_empty() => {
                    colons += 1;
                    if colons <= 2 {
                        continue;
                    }
                }
                // Of `pub(crate)`.
                TokenTree::Group(group) if last == "pub" && group.delimiter() == Delimiter::Parenthesis => {
                    path.clear();
                }
                TokenTree::Group(group) => {
                    self.token_path(&mut path);
                    self.tokens(group.stream());
                }
                _ => {}
            }
            self.token_path(&mut path);
            colons = 0;
        }
        self.token_path(&mut path);
    }

    fn token_path(&mut self, path: &mut Vec<String>) {
        // Given to a macro, it may begin a path there.
        if let [name] = path.as_slice()
            && (name == "crate" || name == "super")
        {
            self.refused.insert("`crate` or `super` alone, in a macro");
        }
        self.path(path);
    }

    fn path(&mut self, path: &mut Vec<String>) {
        let path = self.outside(std::mem::take(path));
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

/// Whether a path begins at the root of the crate, or at a module.
fn is_of_crate(path: &[String]) -> bool {
    path.first().is_some_and(|first| ["crate", "self", "super"].contains(&&**first))
}

/// The paths in a part of a file, those of one name as well.
#[derive(Default)]
struct Paths(Vec<Vec<String>>);

impl<'ast> Visit<'ast> for Paths {
    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.0.push(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        syn::visit::visit_path(self, path);
    }
}

impl<'ast> Visit<'ast> for Names {
    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        if !is_test(&module.attrs) {
            self.inside.push(module.ident.to_string());
            syn::visit::visit_item_mod(self, module);
            self.inside.pop();
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
        if let Some((_, of, _)) = &item.trait_ {
            let mut paths = Paths::default();
            paths.visit_path(of);
            paths.visit_type(&item.self_ty);
            self.trait_impls.push(paths.0);
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

    fn visit_signature(&mut self, signature: &'ast syn::Signature) {
        self.functions.insert(signature.ident.to_string());
        syn::visit::visit_signature(self, signature);
    }

    fn visit_item_extern_crate(&mut self, item: &'ast syn::ItemExternCrate) {
        if item.ident == "self" {
            self.refused.insert("extern crate self");
        }
    }

    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        self.declared.insert(item.ident.to_string());
        syn::visit::visit_item_struct(self, item);
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        self.declared.insert(item.ident.to_string());
        syn::visit::visit_item_enum(self, item);
    }

    fn visit_item_trait(&mut self, item: &'ast syn::ItemTrait) {
        self.declared.insert(item.ident.to_string());
        syn::visit::visit_item_trait(self, item);
    }

    fn visit_item_type(&mut self, item: &'ast syn::ItemType) {
        self.declared.insert(item.ident.to_string());
        syn::visit::visit_item_type(self, item);
    }

    /// An attribute's own tokens name no file of ours, but for that which leads to one.
    fn visit_attribute(&mut self, attribute: &'ast syn::Attribute) {
        let tokens = match &attribute.meta {
            syn::Meta::List(list) => list.tokens.to_string(),
            _ => String::new(),
        };
        if attribute.path().is_ident("path")
            || tokens.split(',').any(|part| part.trim().starts_with("path ="))
        {
            self.refused.insert("#[path]");
        }
        syn::visit::visit_attribute(self, attribute);
    }

    fn visit_macro(&mut self, item: &'ast syn::Macro) {
        if item.path.segments.last().is_some_and(|name| name.ident == "include") {
            self.refused.insert("include!");
        }
        self.visit_path(&item.path);
        self.tokens(item.tokens.clone());
    }
}
