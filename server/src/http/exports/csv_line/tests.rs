//! Lines, read back by another reader, as spreadsheets read them.

use super::{CsvLine, guarded, is_blank, is_formula, is_sign};
use proptest::prelude::*;

fn line(fields: &[impl AsRef<str>]) -> String {
    let mut line = CsvLine::new();
    for field in fields {
        line.field(field.as_ref());
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
        line(&["=1+1", "@sum", "-1", "+1", "1-1"]),
        "'=1+1,'@sum,'-1,'+1,1-1\n"
    );
}

#[test]
fn nor_does_what_stands_before_a_formula_make_it_one() {
    for formula in [
        " =1",
        "\n=1",
        "\nx",
        "\r=1",
        "\t=1",
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
fn nor_does_what_separates_cells_elsewhere() {
    for (text, is) in [
        ("a;=1", "a;'=1"),
        ("a; =1", "a; '=1"),
        ("a;\"=1\"", "a;\"'=1\""),
        ("a\t@x", "a\t'@x"),
        ("a\r\n-1", "a\r\n'-1"),
        ("\n=1", "'\n'=1"),
        ("a;b=1; c+1", "a;b=1; c+1"),
        ("a;'=1", "a;''=1"),
        ("'=1", "''=1"),
        ("it's; 'x'", "it's; 'x'"),
    ] {
        assert_eq!(guarded(text), is);
    }
}

#[test]
fn a_field_may_be_long() {
    let long = "\"é".repeat(1000);
    assert_eq!(
        line(&[long.as_str(), "x"]),
        format!("\"{}\",x\n", long.replace('"', "\"\""))
    );
}

/// What [`CsvLine`] says that whoever reads an export back does.
fn read_back(field: &str) -> String {
    let (mut text, mut at_start, mut apostrophe) = (String::new(), false, false);
    for char in field.chars() {
        let behind = at_start || apostrophe;
        if is_sign(char) && apostrophe {
            text.pop();
        }
        apostrophe = char == '\'' && behind;
        at_start = matches!(char, ';' | '\t' | '\r' | '\n')
            || (at_start && (is_blank(char) || char == '"'));
        text.push(char);
    }
    match text.strip_prefix('\'') {
        Some(rest) if is_formula(rest.trim_start_matches('\'')) => rest.to_owned(),
        _ => text,
    }
}

proptest! {
    #[test]
    fn no_cell_of_a_spreadsheet_is_a_formula(
        fields in proptest::collection::vec("[=+@;,\t\r\n \"'a＝-]{0,12}", 1..4),
    ) {
        let line = line(&fields);
        for (delimiter, quoting) in [(b',', true), (b';', true), (b';', false), (b'\t', false)] {
            let mut reader = csv::ReaderBuilder::new();
            reader.delimiter(delimiter).quoting(quoting).has_headers(false).flexible(true);
            for record in reader.from_reader(line.as_bytes()).records() {
                for cell in &record.unwrap() {
                    let cell = cell.trim_start_matches(|char: char| is_blank(char) || char == '"');
                    prop_assert!(!cell.starts_with(is_sign), "{cell:?} in {line:?}");
                }
            }
        }
    }

    #[test]
    fn what_is_read_back_is_what_was_written(text in "[=@;\t\r\n \"'a＝-]{0,16}") {
        prop_assert_eq!(read_back(&guarded(&text)), text);
    }
}
