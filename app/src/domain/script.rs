//! Scripts with the contact's fields in them.

/// Puts the contact's fields in the place of `{name}` marks. A mark that names no field stays as it
/// is, so that a mistake in the script is seen and not sent as a gap.
pub fn fill_in<'a>(script: &str, field: impl Fn(&str) -> Option<&'a str>) -> String {
    let mut text = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(open) = rest.find('{') {
        let (before, from_mark) = rest.split_at(open);
        text.push_str(before);
        let value = from_mark
            .find('}')
            .and_then(|close| Some((field(from_mark[1..close].trim())?, close + 1)));
        match value {
            Some((value, end)) => {
                text.push_str(value);
                rest = &from_mark[end..];
            }
            None => {
                text.push('{');
                rest = &from_mark[1..];
            }
        }
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::fill_in;

    #[test]
    fn puts_fields_in_and_leaves_unknown_marks_to_be_seen() {
        let field = |name: &str| (name == "firstName").then_some("Ada");
        assert_eq!(
            fill_in("Hi {firstName}, { firstName }!", field),
            "Hi Ada, Ada!"
        );
        assert_eq!(
            fill_in("Hi {nobody} {firstName", field),
            "Hi {nobody} {firstName"
        );
        assert_eq!(fill_in("{{firstName}}", field), "{Ada}");
    }
}
