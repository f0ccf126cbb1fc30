//! The separator of a file, detected from its first line.

/// The end of the header line in what was read so far, without its line break; `None` if there is none yet. Line breaks
/// before it, and between quotation marks, do not count.
pub(super) fn header_end(head: &[u8]) -> Option<usize> {
    let start = head.iter().position(|byte| !is_break(*byte))?;
    let mut quoted = false;
    head.iter()
        .enumerate()
        .skip(start)
        .find(|(_, byte)| {
            quoted ^= **byte == b'"';
            !quoted && is_break(**byte)
        })
        .map(|(at, _)| at)
}

/// The separator: the most frequent of comma, semicolon and tab in the header line.
pub(super) fn separator(header: &[u8]) -> u8 {
    let mut quoted = false;
    let mut counts = [(b'\t', 0u32), (b';', 0), (b',', 0)];
    for byte in header {
        quoted ^= *byte == b'"';
        if let Some((_, count)) = counts
            .iter_mut()
            .find(|(separator, _)| !quoted && separator == byte)
        {
            *count += 1;
        }
    }
    // The last of equals wins, which is the comma.
    counts
        .into_iter()
        .max_by_key(|(_, count)| *count)
        .map_or(b',', |(separator, _)| separator)
}

/// The separator that a line `sep=;` states, as Excel writes it and understands it.
pub(super) fn stated_separator(line: &[u8]) -> Option<u8> {
    match line.trim_ascii().strip_prefix(b"sep=")? {
        [separator @ (b',' | b';' | b'\t')] => Some(*separator),
        // Its tab was trimmed.
        [] => Some(b'\t'),
        _ => None,
    }
}

/// Whether the byte ends a line: `\n`, `\r`, or both.
pub(super) fn is_break(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

#[cfg(test)]
mod tests {
    use super::{header_end, separator, stated_separator};

    #[test]
    fn the_header_ends_at_the_first_line_break_that_is_not_quoted() {
        assert_eq!(header_end(b"a,b\r\nc"), Some(3));
        assert_eq!(header_end(b"\n\na,\"b\nb\"\nc"), Some(9));
        assert_eq!(header_end(b"a,b"), None);
        assert_eq!(header_end(b"\n"), None);
        assert_eq!(header_end(b"a,\"b\nc"), None);
    }

    #[test]
    fn the_separator_is_what_the_header_has_most_of() {
        assert_eq!(separator(b"firstName,lastName,cell"), b',');
        assert_eq!(separator(b"firstName;lastName;cell;\"a,b,c,d,e\""), b';');
        assert_eq!(separator(b"firstName\tlastName\tcell"), b'\t');
        assert_eq!(separator(b"cell"), b',');
    }

    #[test]
    fn a_line_may_state_the_separator() {
        assert_eq!(stated_separator(b"\r\nsep=;"), Some(b';'));
        assert_eq!(stated_separator(b"sep=\t"), Some(b'\t'));
        assert_eq!(stated_separator(b"sep=;,cell"), None);
        assert_eq!(stated_separator(b"cell"), None);
    }
}
