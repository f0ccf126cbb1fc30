//! What comes along with a text from a contact.

/// How many a text has at most, by the carriers' rules; what is beyond is left out.
pub const MAX_MEDIA: usize = 10;

/// A picture, a sound or a file that a contact sent. Its debug form does not say where it is.
#[derive(Clone, PartialEq, Eq)]
pub struct InboundMedia {
    /// What it is, as the service says, such as `image/jpeg`.
    pub content_type: String,
    /// Where the service has it: a URL, or a name that only the service understands.
    pub source: String,
}

impl std::fmt::Debug for InboundMedia {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("InboundMedia")
            .field("content_type", &self.content_type)
            .finish_non_exhaustive()
    }
}

/// A body with a line for each thing that came along, of these content types. Exports show it, where nothing but words
/// fits.
pub fn with_attachment_lines<'a>(
    mut body: String,
    content_types: impl IntoIterator<Item = &'a str>,
) -> String {
    for content_type in content_types {
        let line = if body.is_empty() { "" } else { "\n" };
        body.push_str(&format!("{line}[attachment: {content_type}]"));
    }
    body
}

/// The words of a body without the lines of so many things that came along: a thread shows those themselves.
pub fn without_attachment_lines(body: &str, media: usize) -> &str {
    let mut words = body;
    for _ in 0..media {
        let (before, line) = words.rsplit_once('\n').unwrap_or(("", words));
        if !is_attachment(line) {
            // It is not as it was written down: all of it is shown.
            return body;
        }
        words = before;
    }
    words
}

/// The words of a body, and the content types of its last lines that stand for what came along: for a list, which does
/// not count what came along.
pub fn split_attachment_lines(body: &str) -> (&str, Vec<&str>) {
    let (mut words, mut content_types) = (body, Vec::new());
    while content_types.len() < MAX_MEDIA {
        let (before, line) = words.rsplit_once('\n').unwrap_or(("", words));
        let Some(content_type) = attachment(line) else {
            break;
        };
        content_types.push(content_type);
        words = before;
    }
    content_types.reverse();
    (words, content_types)
}

/// Whether a line stands for something that came along.
pub(crate) fn is_attachment(line: &str) -> bool {
    attachment(line).is_some()
}

/// The content type of what a line stands for.
fn attachment(line: &str) -> Option<&str> {
    line.strip_prefix("[attachment: ")?.strip_suffix(']')
}

#[cfg(test)]
mod tests {
    use super::{split_attachment_lines, with_attachment_lines, without_attachment_lines};

    #[test]
    fn lines_for_what_came_along_are_added_and_taken_off_again() {
        for words in ["", "Look!", "Two\nlines"] {
            let body = with_attachment_lines(words.into(), ["image/png", "text/vcard"]);
            assert!(body.ends_with("[attachment: image/png]\n[attachment: text/vcard]"));
            assert_eq!(without_attachment_lines(&body, 2), words);
            let (split, content_types) = split_attachment_lines(&body);
            assert_eq!(
                (split, &*content_types),
                (words, &["image/png", "text/vcard"][..])
            );
        }
        assert_eq!(
            split_attachment_lines("[attachment: a] and"),
            ("[attachment: a] and", vec![])
        );
        let typed = "Look!\n[attachment: image/png]";
        assert_eq!(without_attachment_lines(typed, 0), typed);
        assert_eq!(without_attachment_lines(typed, 2), typed);
        assert_eq!(without_attachment_lines("", 1), "");
    }
}
