use super::modules::{is_test, modules};
use std::collections::BTreeSet;
use syn::visit::{self, Visit};
use syn::{Attribute, Block, ExprMethodCall, ImplItemFn, ItemFn, ItemMod, Macro, Meta};

/// The methods of sqlx that run a statement.
const RUNS: [&str; 7] = [
    "execute",
    "execute_many",
    "fetch",
    "fetch_all",
    "fetch_one",
    "fetch_optional",
    "copy_in_raw",
];

#[test]
fn every_function_that_runs_a_statement_has_a_span_of_the_database() {
    let mut files = BTreeSet::new();
    let mut without_span = Vec::new();
    for module in modules() {
        let mut functions = Functions::default();
        functions.visit_file(&module.file);
        if functions.run_statements > 0 {
            files.insert(module.path.clone());
        }
        let path = module.path.display();
        without_span.extend(
            functions
                .without_span
                .iter()
                .map(|name| format!("{path}: {name}")),
        );
    }
    assert!(
        files.len() > 80,
        "only {} files with statements",
        files.len()
    );
    assert!(
        without_span.is_empty(),
        "give these #[tracing::instrument(name = \"db.<entity>.<verb>\", skip_all)]:\n{}",
        without_span.join("\n")
    );
}

/// The functions of a file that run statements.
#[derive(Default)]
struct Functions {
    run_statements: usize,
    without_span: Vec<String>,
}

impl Functions {
    fn judge(&mut self, name: String, attributes: &[Attribute], body: &Block) {
        let mut statements = Statements::default();
        statements.visit_block(body);
        if statements.found {
            self.run_statements += 1;
            if !attributes.iter().any(is_database_span) {
                self.without_span.push(name);
            }
        }
    }
}

impl<'a> Visit<'a> for Functions {
    fn visit_item_mod(&mut self, module: &'a ItemMod) {
        if !is_test(&module.attrs) {
            visit::visit_item_mod(self, module);
        }
    }

    fn visit_item_fn(&mut self, function: &'a ItemFn) {
        if !is_test(&function.attrs) {
            self.judge(
                function.sig.ident.to_string(),
                &function.attrs,
                &function.block,
            );
            visit::visit_item_fn(self, function);
        }
    }

    fn visit_impl_item_fn(&mut self, function: &'a ImplItemFn) {
        self.judge(
            function.sig.ident.to_string(),
            &function.attrs,
            &function.block,
        );
        visit::visit_impl_item_fn(self, function);
    }
}

/// Whether a body runs a statement itself; functions inside it answer for themselves.
#[derive(Default)]
struct Statements {
    found: bool,
}

impl<'a> Visit<'a> for Statements {
    fn visit_item_fn(&mut self, _: &'a ItemFn) {}

    fn visit_expr_method_call(&mut self, call: &'a ExprMethodCall) {
        self.found |= RUNS.iter().any(|method| call.method == method);
        visit::visit_expr_method_call(self, call);
    }

    fn visit_macro(&mut self, invocation: &'a Macro) {
        let tokens = invocation.tokens.to_string();
        self.found |= RUNS
            .iter()
            .any(|method| tokens.contains(&format!(". {method} (")));
    }
}

/// `#[tracing::instrument(name = "db.<entity>.<verb>", …)]`.
fn is_database_span(attribute: &Attribute) -> bool {
    let Meta::List(list) = &attribute.meta else {
        return false;
    };
    let is_instrument = list
        .path
        .segments
        .last()
        .is_some_and(|it| it.ident == "instrument");
    let arguments = list.tokens.to_string();
    let name = arguments
        .strip_prefix("name = \"")
        .and_then(|rest| rest.split('"').next());
    is_instrument && name.is_some_and(is_well_formed)
}

fn is_well_formed(name: &str) -> bool {
    let parts: Vec<&str> = name.split('.').collect();
    let is_word =
        |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    matches!(parts[..], ["db", entity, verb] if is_word(entity) && is_word(verb))
}
