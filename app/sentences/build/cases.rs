//! A message in every case of its numbers, so that nothing is left to choose but which of them.

use super::message::{Case, Message, Part};

/// A variable of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variable {
    /// In kebab case, as in the file.
    pub name: String,
    /// Whether it is a number, and not a text.
    pub is_number: bool,
    /// The cases that something depends on; none if nothing does.
    pub cases: Vec<Case>,
}

/// The variables of a message in all languages, in the order of the first.
pub fn variables(languages: &[&Message]) -> Vec<Variable> {
    let mut variables = Vec::new();
    for message in languages {
        collect(&message.parts, &mut variables);
    }
    variables
}

/// The names of the variables of one message.
pub fn names(message: &Message) -> Vec<String> {
    let mut names: Vec<_> = variables(&[message])
        .into_iter()
        .map(|it| it.name)
        .collect();
    names.sort();
    names
}

fn collect(parts: &[Part], variables: &mut Vec<Variable>) {
    for part in parts {
        match part {
            Part::Text(_) => {}
            Part::Word(name) => {
                variable(name, variables);
            }
            Part::Number(name) => variable(name, variables).is_number = true,
            Part::Choice { by, variants } => {
                let chosen = variable(by, variables);
                chosen.is_number = true;
                chosen.cases.extend(variants.iter().map(|(case, _)| *case));
                chosen.cases.sort_unstable();
                chosen.cases.dedup();
                for (_, parts) in variants {
                    collect(parts, variables);
                }
            }
        }
    }
}

fn variable<'a>(name: &str, variables: &'a mut Vec<Variable>) -> &'a mut Variable {
    let at = variables.iter().position(|variable| variable.name == name);
    let at = at.unwrap_or_else(|| {
        variables.push(Variable {
            name: name.to_owned(),
            is_number: false,
            cases: Vec::new(),
        });
        variables.len() - 1
    });
    &mut variables[at]
}

/// What a message says in each case; the cases of the last variable change fastest. In the place of each variable stands
/// the character whose code is its number, from 1 on.
pub fn written_out(message: &Message, variables: &[Variable]) -> Result<Vec<String>, String> {
    let mut combinations: Vec<Vec<(&str, Case)>> = vec![Vec::new()];
    for variable in variables
        .iter()
        .filter(|variable| !variable.cases.is_empty())
    {
        combinations = combinations
            .into_iter()
            .flat_map(|before| {
                variable.cases.iter().map(move |case| {
                    let mut one = before.clone();
                    one.push((&*variable.name, *case));
                    one
                })
            })
            .collect();
    }
    let written = |cases: &Vec<(&str, Case)>| {
        let mut text = String::new();
        write(&message.parts, variables, cases, &mut text)?;
        Ok(text)
    };
    combinations.iter().map(written).collect()
}

fn write(
    parts: &[Part],
    variables: &[Variable],
    cases: &[(&str, Case)],
    text: &mut String,
) -> Result<(), String> {
    for part in parts {
        match part {
            Part::Text(part) => text.push_str(part),
            Part::Word(name) | Part::Number(name) => {
                let at = variables.iter().position(|variable| variable.name == *name);
                let at = at
                    .and_then(|at| u8::try_from(at + 1).ok())
                    .filter(|at| *at < b'\n');
                text.push(char::from(at.ok_or("it has too many variables")?));
            }
            Part::Choice { by, variants } => {
                let wanted = cases
                    .iter()
                    .find(|(name, _)| name == by)
                    .map(|(_, case)| *case);
                let variant = |wanted| variants.iter().find(|(case, _)| Some(*case) == wanted);
                let (_, parts) = variant(wanted)
                    .or_else(|| variant(Some(Case::Other)))
                    .ok_or("[other] is missing")?;
                write(parts, variables, cases, text)?;
            }
        }
    }
    Ok(())
}
