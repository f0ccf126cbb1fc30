//! A line of a CSV file that somebody opens in a spreadsheet.

use csv_core::{WriteResult, Writer};

/// A line as it is written. What a spreadsheet would take for a formula is made text, because a title
/// that a campaign was given must not run on an admin's machine.
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
        let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
            "'"
        } else {
            ""
        };
        let guarded = [guard, text].concat();
        let mut rest = guarded.as_bytes();
        while !rest.is_empty() {
            let read = self.write(|writer, output| writer.field(rest, output));
            rest = &rest[read..];
        }
    }

    /// The line with its end.
    pub fn end(mut self) -> String {
        self.write(|writer, output| {
            let (result, written) = writer.terminator(output);
            (result, 0, written)
        });
        String::from_utf8_lossy(&self.line).into_owned()
    }

    /// Lets the writer write once, and more often while it has no room; how much of its input it read.
    fn write(
        &mut self,
        mut step: impl FnMut(&mut Writer, &mut [u8]) -> (WriteResult, usize, usize),
    ) -> usize {
        let mut buffer = [0; 256];
        loop {
            let (result, read, written) = step(&mut self.writer, &mut buffer);
            self.line.extend_from_slice(&buffer[..written]);
            // What was read is not to be read again: the caller goes on behind it.
            if result == WriteResult::InputEmpty || read > 0 {
                return read;
            }
        }
    }
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
    fn a_field_may_be_long() {
        let long = "\"é".repeat(1000);
        assert_eq!(
            line(&[&long, "x"]),
            format!("\"{}\",x\n", long.replace('"', "\"\""))
        );
    }
}
