//! A line of a CSV file, safe to open in a spreadsheet.

use csv_core::{WriteResult, Writer};

/// A line under construction. Fields that a spreadsheet would run as a formula are escaped (CSV injection).
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
        let guard = if is_formula(text) { "'" } else { "" };
        let guarded = [guard, text].concat();
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

/// Whether a spreadsheet may read a field as a formula. Some skip leading whitespace, and some accept full-width signs. A
/// leading tab or line break may move the rest into a cell of its own.
fn is_formula(text: &str) -> bool {
    text.starts_with(['\t', '\r', '\n'])
        || text
            .trim_start_matches(|c: char| c.is_whitespace() || c.is_control() || c == '\u{feff}')
            .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::CsvLine;

    fn line(fields: &[&str]) -> String {
        let mut line = CsvLine::new();
        for field in fields {
            line.field(field);
        }
        line.end()
    }

    #[test]
    fn quotes_what_needs_it() {
        assert_eq!(
            line(&["a", "b, c", "say \"hi\"", "two\nlines", ""]),
            "a,\"b, c\",\"say \"\"hi\"\"\",\"two\nlines\",\n"
        );
    }

    #[test]
    fn a_formula_is_text() {
        assert_eq!(
            line(&["=1+1", "@sum", "-1", "+1", "\t=1", "1-1"]),
            "'=1+1,'@sum,'-1,'+1,'\t=1,1-1\n"
        );
    }

    #[test]
    fn nor_does_what_stands_before_a_formula_make_it_one() {
        for formula in [
            " =1",
            "\n=1",
            "\nx",
            "\r=1",
            "\u{a0}=1",
            "\u{3000}@x",
            "\u{feff}=1",
            "\0=1",
            "＝1",
            "＋1",
            "－1",
            "＠x",
        ] {
            let line = line(&[formula]);
            let text = line.trim_start_matches('"');
            assert!(text.starts_with('\''), "{formula:?}: {line:?}");
        }
        assert_eq!(line(&[" a=1", "a＝1", ""]), " a=1,a＝1,\n");
    }

    #[test]
    fn a_field_may_be_long() {
        let long = "\"é".repeat(1000);
        assert_eq!(
            line(&[&long, "x"]),
            format!("\"{}\",x\n", long.replace('"', "\"\""))
        );
    }
}
