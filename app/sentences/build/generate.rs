//! The code: a function a sentence, and the table of what each language says.

use super::cases::{Variable, names, variables, written_out};
use super::message::{Case, Message};
use std::collections::HashSet;

/// Where the sentences of a folder are.
#[derive(Clone, Copy)]
pub enum Place {
    /// In the server alone.
    Server,
    /// In the browser too, whose file has those of another folder before them, or none.
    Browser { after: Option<&'static str> },
}

/// The code of a file. The first of its languages says what sentences there are.
pub fn generate(languages: &[Vec<Message>], place: Place) -> Result<String, String> {
    let [original, translations @ ..] = languages else {
        return Err("no language".into());
    };
    for language in languages {
        let mut seen = HashSet::new();
        if let Some(twice) = language.iter().find(|message| !seen.insert(&message.id)) {
            return Err(format!("{} is there twice", twice.id));
        }
        let unknown = |message: &&Message| !original.iter().any(|one| one.id == message.id);
        if let Some(message) = language.iter().find(unknown) {
            return Err(format!("{} translates nothing", message.id));
        }
    }
    let (mut functions, mut tables) = (String::new(), vec![Vec::new(); languages.len()]);
    for message in original {
        let id = &message.id;
        let mut said = vec![message];
        for translation in translations {
            let found = translation.iter().find(|one| one.id == *id);
            let found = found.ok_or_else(|| format!("{id} is not translated"))?;
            if names(found) != names(message) {
                return Err(format!("{id} has other variables in a translation"));
            }
            said.push(found);
        }
        let variables = variables(&said);
        let first = tables[0].len();
        for (table, one) in tables.iter_mut().zip(&said) {
            let texts = written_out(one, &variables).map_err(|error| format!("{id}: {error}"))?;
            table.extend(texts);
        }
        functions += &function(id, &variables, first, &tables[0][first..]);
    }
    let [english, spanish] = &tables[..] else {
        return Err("two languages are known".into());
    };
    let count = english.len();
    let tables = format!(
        "pub(crate) static TABLES: crate::table::Tables = \
         crate::table::Tables {{ english: &{english:?}, spanish: &{spanish:?} }};\n"
    );
    let of_server = "fn sentence(index: usize) -> &'static str { TABLES.sentence(index) }\n";
    let Place::Browser { after } = place else {
        return Ok(tables + of_server + &functions);
    };
    let (before, end) = match after {
        Some(folder) => (format!("crate::{folder}::END + "), String::new()),
        None => (
            String::new(),
            format!(
                "/// The index behind the last of these, in the browser's file.\n\
                 #[cfg(not(feature = \"ssr\"))]\n\
                 pub(crate) const END: usize = {count};\n"
            ),
        ),
    };
    let of_browser = format!(
        "{end}\
         #[cfg(not(feature = \"ssr\"))]\n\
         fn sentence(index: usize) -> &'static str {{ crate::browser::sentence({before}index) }}\n"
    );
    let if_server = "#[cfg(feature = \"ssr\")]\n";
    Ok([
        if_server,
        &tables,
        if_server,
        of_server,
        &of_browser,
        &functions,
    ]
    .concat())
}

/// The function of a sentence; `texts` are what it says in English, for who reads its name in an editor.
fn function(id: &str, variables: &[Variable], first: usize, texts: &[String]) -> String {
    let name = id.replace('-', "_");
    let shown = texts.last().map_or("", |text| text);
    let mut doc = shown.to_owned();
    for (at, variable) in variables.iter().enumerate() {
        let code = char::from(u8::try_from(at + 1).unwrap_or_default());
        doc = doc.replace(code, &format!("`{{{}}}`", variable.name));
    }
    let doc = format!("#[doc = {doc:?}]\n");
    if variables.is_empty() {
        return format!("{doc}pub fn {name}() -> &'static str {{ sentence({first}) }}\n");
    }
    let (mut parameters, mut put_in) = (Vec::new(), Vec::new());
    let mut index = match first {
        0 => Vec::new(),
        first => vec![first.to_string()],
    };
    let mut rest: usize = variables.iter().map(|one| one.cases.len().max(1)).product();
    for variable in variables {
        let name = variable.name.replace('-', "_");
        let kind = if variable.is_number { "u32" } else { "&str" };
        parameters.push(format!("{name}: {kind}"));
        put_in.push(if variable.is_number {
            format!("&crate::number({name})")
        } else {
            name.clone()
        });
        if variable.cases.len() > 1 {
            rest /= variable.cases.len();
            let case = case(variable, &name);
            index.push(match rest {
                1 => case,
                rest => format!("{case} * {rest}"),
            });
        }
    }
    if index.is_empty() {
        index.push(first.to_string());
    }
    let index = index.join(" + ");
    let (parameters, put_in) = (parameters.join(", "), put_in.join(", "));
    format!(
        "{doc}pub fn {name}({parameters}) -> String {{ crate::fill(sentence({index}), &[{put_in}]) }}\n"
    )
}

/// The place of a number's case among the variable's cases.
fn case(variable: &Variable, name: &str) -> String {
    match variable.cases[..] {
        [Case::One, Case::Other] => format!("usize::from({name} != 1)"),
        [Case::Zero, Case::Other] => format!("usize::from({name} != 0)"),
        // Zero, one and other.
        _ => format!("{name}.min(2) as usize"),
    }
}
