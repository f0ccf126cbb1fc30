//! Marks in scripts: `{firstName}` stands for a field of the contact, `{firstName|neighbor}` has a default for contacts
//! whose field is blank.

/// A part of a script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece<'a> {
    /// Words that are sent as they stand.
    Text(&'a str),
    /// A mark, with its braces.
    Mark(&'a str),
    /// A brace that closes nowhere, with the word behind it: a mark that somebody did not finish.
    Open(&'a str),
}

/// A script from its beginning to its end. A mark holds no other one.
fn pieces(script: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = script;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        if first != '{' {
            let (text, after) = rest.split_at(rest.find('{').unwrap_or(rest.len()));
            rest = after;
            return Some(Piece::Text(text));
        }
        let inside = &rest[1..];
        if let Some(at) = inside.find(['{', '}'])
            && inside.as_bytes()[at] == b'}'
        {
            let (mark, after) = rest.split_at(at + 2);
            rest = after;
            return Some(Piece::Mark(mark));
        }
        let after_word = inside
            .trim_start()
            .trim_start_matches(char::is_alphanumeric);
        let (open, after) = rest.split_at(rest.len() - after_word.len());
        rest = after;
        Some(Piece::Open(open))
    })
}

fn marks(script: &str) -> impl Iterator<Item = &str> {
    pieces(script).filter_map(|piece| match piece {
        Piece::Mark(mark) => Some(mark),
        Piece::Text(_) | Piece::Open(_) => None,
    })
}

fn open_marks(script: &str) -> impl Iterator<Item = &str> {
    pieces(script).filter_map(|piece| match piece {
        Piece::Open(open) => Some(open.trim_end()),
        Piece::Text(_) | Piece::Mark(_) => None,
    })
}

/// The name and the default of a mark. A default that is blank is none: it would be sent as a gap.
fn name_and_default(mark: &str) -> (&str, Option<&str>) {
    let inside = mark[1..mark.len() - 1].trim();
    let Some((name, default)) = inside.split_once('|') else {
        return (inside, None);
    };
    let default = default.trim();
    (name.trim_end(), (!default.is_empty()).then_some(default))
}

/// Puts the contact's fields in the place of the marks: the field, if it is blank the mark's default, and if there is
/// none what `otherwise` makes of the mark. What was put in is not filled in again: it is the contact's own.
pub fn fill_in<'a>(
    script: &str,
    field: impl Fn(&str) -> Option<&'a str>,
    otherwise: impl Fn(&str) -> &str,
) -> String {
    let mut text = String::with_capacity(script.len());
    for piece in pieces(script) {
        match piece {
            Piece::Text(words) | Piece::Open(words) => text.push_str(words),
            Piece::Mark(mark) => {
                let (name, default) = name_and_default(mark);
                let value = field(name).filter(|value| !value.trim().is_empty());
                text.push_str(value.or(default).unwrap_or_else(|| otherwise(mark)));
            }
        }
    }
    text
}

/// The marks of a script that name none of `names`, and those that are not closed, as they stand there.
pub fn unknown_fields(script: &str, names: &[impl AsRef<str>]) -> Vec<String> {
    let is_known = |field: &str| names.iter().any(|name| name.as_ref() == field);
    let unknown = marks(script).filter(|mark| !is_known(name_and_default(mark).0));
    unknown
        .chain(open_marks(script))
        .map(str::to_owned)
        .collect()
}

/// What the marks of a script name, each once, with whether all of its marks have a default.
pub fn named_fields(script: &str) -> Vec<(String, bool)> {
    let mut fields: Vec<(String, bool)> = Vec::new();
    for mark in marks(script) {
        let (name, default) = name_and_default(mark);
        match fields.iter_mut().find(|(known, _)| known == name) {
            Some((_, has_default)) => *has_default &= default.is_some(),
            None => fields.push((name.to_owned(), default.is_some())),
        }
    }
    fields
}

/// The marks in a text that name a field, closed or not, as they stand there: they were not filled in.
pub fn unfilled(text: &str, is_field: impl Fn(&str) -> bool) -> Vec<&str> {
    let closed = marks(text).filter(|mark| is_field(name_and_default(mark).0));
    let open = open_marks(text).filter(|open| is_field(open[1..].trim_start()));
    closed.chain(open).collect()
}

#[cfg(test)]
#[path = "script_tests.rs"]
mod tests;
