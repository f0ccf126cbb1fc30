//! A line of a CSV file, safe to open in a spreadsheet.

use csv_core::{WriteResult, Writer};

/// A line under construction. What a spreadsheet would run as a formula becomes text by an apostrophe (CSV injection): at
/// the start of a field, and within one before a sign that would begin a cell, because where the list separator of a
/// spreadsheet is a semicolon it begins cells behind semicolons, and rows behind line breaks, whatever is quoted.
///
/// Whoever reads an export back takes away one apostrophe where one was put: of those before a sign (`=`, `+`, `-`, `@`, or
/// a full-width one) that follows a semicolon, a tab or a line break, with spaces and quotes between them or not; and then
/// of those at the start, if what follows them would be a formula. An apostrophe that stood there gets another one, so that
/// this gives back what was written.
pub(super) struct CsvLine {
    writer: Writer,
    line: Vec<u8>,
    fields: usize,
}

impl CsvLine {
    pub fn new() -> Self {
        Self {
            writer: Writer::new(),
            line: Vec::new(),
            fields: 0,
        }
    }

    /// Adds a field.
    pub fn field(&mut self, text: &str) {
        if self.fields > 0 {
            self.write(|writer, output| {
                let (result, written) = writer.delimiter(output);
                (result, 0, written)
            });
        }
        self.fields += 1;
        let guarded = guarded(text);
        let mut rest = guarded.as_bytes();
        while !rest.is_empty() {
            let read = self.write(|writer, output| writer.field(rest, output));
            rest = &rest[read..];
        }
    }

    /// The complete line.
    pub fn end(mut self) -> String {
        self.write(|writer, output| {
            let (result, written) = writer.terminator(output);
            (result, 0, written)
        });
        String::from_utf8_lossy(&self.line).into_owned()
    }

    /// Runs one step of the writer, repeatedly while its output is full, and returns how much input it read.
    fn write(
        &mut self,
        mut step: impl FnMut(&mut Writer, &mut [u8]) -> (WriteResult, usize, usize),
    ) -> usize {
        let mut buffer = [0; 256];
        loop {
            let (result, read, written) = step(&mut self.writer, &mut buffer);
            self.line.extend_from_slice(&buffer[..written]);
            // The caller continues after the input that was read.
            if result == WriteResult::InputEmpty || read > 0 {
                return read;
            }
        }
    }
}

/// The text of a field with an apostrophe before all that would be a formula.
fn guarded(text: &str) -> String {
    let mut guarded = String::with_capacity(text.len() + 1);
    if is_formula(text.trim_start_matches('\'')) {
        guarded.push('\'');
    }
    let mut at = Position::Within;
    for char in text.chars() {
        at = match char {
            ';' | '\t' | '\r' | '\n' => Position::Start,
            '\'' if at != Position::Within => Position::Apostrophe,
            char if is_sign(char) && at != Position::Within => {
                guarded.push('\'');
                Position::Within
            }
            char if at == Position::Start && (is_blank(char) || char == '"') => Position::Start,
            _ => Position::Within,
        };
        guarded.push(char);
    }
    guarded
}

/// Where in a cell a character stands, if what separates cells elsewhere separated them here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Position {
    /// At its start, behind what is skipped.
    Start,
    /// Behind an apostrophe at its start.
    Apostrophe,
    /// Behind something else.
    Within,
}

/// Whether a spreadsheet may read a field as a formula. Some skip leading whitespace, and some accept full-width signs. A
/// leading tab or line break may move the rest into a cell of its own.
fn is_formula(text: &str) -> bool {
    text.starts_with(['\t', '\r', '\n'])
        || text
            .trim_start_matches(|char: char| is_blank(char) || char == '"')
            .starts_with(is_sign)
}

fn is_blank(char: char) -> bool {
    char.is_whitespace() || char.is_control() || char == '\u{feff}'
}

fn is_sign(char: char) -> bool {
    matches!(char, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')
}

#[cfg(test)]
mod tests;
