//! Messages, read from Fluent: <https://projectfluent.org/fluent/guide/>.

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use fluent_syntax::parser;

/// A message of one language.
#[derive(Debug)]
pub struct Message {
    /// In kebab case, as in the file.
    pub id: String,
    /// What it says.
    pub parts: Vec<Part>,
}

/// A part of what a message says.
#[derive(Debug, Clone)]
pub enum Part {
    /// As it stands.
    Text(String),
    /// A text that is put in.
    Word(String),
    /// A number that is put in.
    Number(String),
    /// What depends on a number.
    Choice {
        /// The variable.
        by: String,
        /// What is said in each case.
        variants: Vec<(Case, Vec<Part>)>,
    },
}

/// A case of a number, as English and Spanish tell them apart for whole numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Case {
    /// 0, where it is said in another way: `[0]`.
    Zero,
    /// `[one]`.
    One,
    /// Every other number: `*[other]`.
    Other,
}

/// The messages of a file, in its order.
pub fn parse(source: &str) -> Result<Vec<Message>, String> {
    let resource = parser::parse(source).map_err(|(_, errors)| format!("{errors:?}"))?;
    let mut messages = Vec::new();
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let id = message.id.name.to_owned();
                let value = message.value.ok_or_else(|| format!("{id} says nothing"))?;
                let parts = parts(&value).map_err(|error| format!("{id}: {error}"))?;
                messages.push(Message { id, parts });
            }
            Entry::Term(term) => return Err(format!("-{} is a term: write it out", term.id.name)),
            Entry::Junk { content } => return Err(format!("cannot be read: {content}")),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
        }
    }
    Ok(messages)
}

fn parts(pattern: &Pattern<&str>) -> Result<Vec<Part>, String> {
    let element = |element: &PatternElement<&str>| match element {
        // A line is broken in the file alone.
        PatternElement::TextElement { value } => Ok(Part::Text(value.replace('\n', " "))),
        PatternElement::Placeable { expression } => placed(expression),
    };
    pattern.elements.iter().map(element).collect()
}

fn placed(expression: &Expression<&str>) -> Result<Part, String> {
    match expression {
        Expression::Inline(InlineExpression::StringLiteral { value }) => {
            Ok(Part::Text((*value).to_owned()))
        }
        Expression::Inline(InlineExpression::VariableReference { id }) => {
            Ok(Part::Word(id.name.to_owned()))
        }
        Expression::Inline(InlineExpression::FunctionReference { id, arguments }) => {
            match (id.name, &arguments.positional[..]) {
                ("NUMBER", [InlineExpression::VariableReference { id }]) => {
                    Ok(Part::Number(id.name.to_owned()))
                }
                (name, _) => Err(format!("the function {name} is not known")),
            }
        }
        Expression::Select { selector, variants } => {
            let InlineExpression::VariableReference { id } = selector else {
                return Err("only a variable can be chosen by".into());
            };
            let variants = variants
                .iter()
                .map(|variant| Ok((case(&variant.key)?, parts(&variant.value)?)))
                .collect::<Result<Vec<_>, String>>()?;
            if !variants.iter().any(|(case, _)| *case == Case::Other) {
                return Err("[other] is missing".into());
            }
            let by = id.name.to_owned();
            Ok(Part::Choice { by, variants })
        }
        Expression::Inline(other) => Err(format!("{other:?} is not known here")),
    }
}

fn case(key: &VariantKey<&str>) -> Result<Case, String> {
    match key {
        VariantKey::NumberLiteral { value: "0" } => Ok(Case::Zero),
        VariantKey::Identifier { name: "one" } => Ok(Case::One),
        VariantKey::Identifier { name: "other" } => Ok(Case::Other),
        other => Err(format!("{other:?} is no case: [0], [one] or *[other]")),
    }
}
