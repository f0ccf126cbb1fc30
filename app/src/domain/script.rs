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
    /// A brace that opens nowhere, with the word before it: a mark that somebody did not begin.
    Close(&'a str),
}

/// A script from its beginning to its end. A mark holds no other one.
fn pieces(script: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = script;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        if first != '{' {
            let (text, after) = rest.split_at(rest.find(['{', '}']).unwrap_or(rest.len()));
            if !after.starts_with('}') {
                rest = after;
                return Some(Piece::Text(text));
            }
            let before_word = text.trim_end().trim_end_matches(char::is_alphanumeric);
            if !before_word.is_empty() {
                rest = &rest[before_word.len()..];
                return Some(Piece::Text(before_word));
            }
            let (close, after) = rest.split_at(text.len() + 1);
            rest = after;
            return Some(Piece::Close(close));
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
        Piece::Text(_) | Piece::Open(_) | Piece::Close(_) => None,
    })
}

fn open_marks(script: &str) -> impl Iterator<Item = &str> {
    pieces(script).filter_map(|piece| match piece {
        Piece::Open(open) => Some(open.trim_end()),
        Piece::Text(_) | Piece::Mark(_) | Piece::Close(_) => None,
    })
}

/// Those that are not opened, each with the word before its brace.
fn unopened_marks(script: &str) -> impl Iterator<Item = (&str, &str)> {
    pieces(script).filter_map(|piece| match piece {
        Piece::Close(close) => {
            let mark = close.trim_start();
            Some((mark, mark.trim_end_matches('}').trim_end()))
        }
        Piece::Text(_) | Piece::Mark(_) | Piece::Open(_) => None,
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
            Piece::Text(words) | Piece::Open(words) | Piece::Close(words) => text.push_str(words),
            Piece::Mark(mark) => {
                let (name, default) = name_and_default(mark);
                let value = field(name).filter(|value| !value.trim().is_empty());
                text.push_str(value.or(default).unwrap_or_else(|| otherwise(mark)));
            }
        }
    }
    text
}

/// The marks of a script that name none of `names`, and those that are not closed, as they stand there; and those that name
/// one of them and are not opened. A `}` behind anything else, as in `:}`, is sent as it stands.
pub fn unknown_fields(script: &str, names: &[impl AsRef<str>]) -> Vec<String> {
    let is_known = |field: &str| names.iter().any(|name| name.as_ref() == field);
    let unknown = marks(script).filter(|mark| !is_known(name_and_default(mark).0));
    let unopened = unopened_marks(script).filter(|(_, name)| is_known(name));
    unknown
        .chain(open_marks(script))
        .chain(unopened.map(|(mark, _)| mark))
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

/// The marks in a text that were not filled in, as they stand there: those that name a field, closed and opened or not, and
/// whole ones that read as if they did, because nobody is to get `{firstname}` or `{First Name}` either.
pub fn unfilled(text: &str, is_field: impl Fn(&str) -> bool) -> Vec<&str> {
    let closed = marks(text).filter(|mark| {
        let (name, _) = name_and_default(mark);
        is_field(name) || reads_like_a_field(name)
    });
    let open = open_marks(text).filter(|open| is_field(open[1..].trim_start()));
    let unopened = unopened_marks(text).filter(|(_, name)| is_field(name));
    closed
        .chain(open)
        .chain(unopened.map(|(mark, _)| mark))
        .collect()
}

/// Whether a mark with this name was meant for a field, however it is spelled: it is made of words. `{}` is not, nor are
/// `{ :` and a line of code with its braces.
fn reads_like_a_field(name: &str) -> bool {
    let belongs = |letter: char| letter.is_alphanumeric() || matches!(letter, ' ' | '_' | '-');
    name.contains(char::is_alphanumeric) && name.chars().all(belongs)
}

#[cfg(test)]
#[path = "script_tests.rs"]
mod tests;
