//! Scripts with their marks.

use super::{fill_in, named_fields, unfilled, unknown_fields};
use proptest::prelude::*;

fn ada(script: &str) -> String {
    let field = |name: &str| match name {
        "firstName" => Some("Ada"),
        "site" => Some("  "),
        _ => None,
    };
    fill_in(script, field, |mark| mark)
}

#[test]
fn puts_fields_in_and_leaves_unknown_marks_to_be_seen() {
    assert_eq!(ada("Hi {firstName}, { firstName }!"), "Hi Ada, Ada!");
    assert_eq!(ada("Hi {nobody} {firstName"), "Hi {nobody} {firstName");
    assert_eq!(ada("{{firstName}}"), "{Ada}");
}

#[test]
fn what_is_blank_has_the_default_of_its_mark() {
    assert_eq!(
        ada("Hi { firstName | you }, {site|the library}."),
        "Hi Ada, the library."
    );
    // Of a contact whose file had no such column.
    assert_eq!(ada("{town|your town}"), "your town");
    // Nothing is no default, and no default holds another mark.
    assert_eq!(ada("{site} {site|} {site| }"), "{site} {site|} {site| }");
    assert_eq!(ada("{site|dear {firstName}}"), "{site|dear Ada}");
}

#[test]
fn finds_the_marks_that_name_nothing() {
    let unknown = |script| unknown_fields(script, &["firstName", "site"]);
    assert_eq!(
        unknown("Hi {firstName|you}, vote at { site }."),
        Vec::<String>::new()
    );
    assert_eq!(unknown("Hi {name|you}, {first"), ["{name|you}", "{first"]);
    assert_eq!(unknown("Hi {firstName, vote"), ["{firstName"]);
    assert_eq!(unknown("{firstName|{site}} { "), ["{firstName", "{"]);
    assert_eq!(
        unknown("Hi firstName }, at { site"),
        ["{ site", "firstName }"]
    );
    for as_it_stands in ["} Thanks :}", "Hi {firstName}}, vote", "Línea2} ."] {
        assert_eq!(unknown(as_it_stands), Vec::<String>::new());
    }
    assert_eq!(unknown("No marks"), Vec::<String>::new());
}

#[test]
fn a_field_that_is_not_closed_or_not_opened_is_not_filled_in() {
    let unfilled = |text| unfilled(text, |name| name == "firstName");
    assert_eq!(unfilled("Hi { firstName, vote"), ["{ firstName"]);
    assert_eq!(unfilled("Hi Ada :{ site {"), Vec::<&str>::new());
    assert_eq!(unfilled("Hi firstName }, vote"), ["firstName }"]);
    assert_eq!(unfilled("Hi Ada :} site} }"), Vec::<&str>::new());
}

#[test]
fn a_closed_mark_made_of_words_is_not_filled_in_however_it_is_spelled() {
    fn left(text: &str) -> Vec<&str> {
        unfilled(text, |name| name == "polling.place")
    }
    for mark in [
        "{firstname}",
        "{First Name}",
        "{ first_name }",
        "{first-name|neighbor}",
        "{nope}",
        "{site|}",
        "{Línea 2}",
        "{polling.place}",
    ] {
        assert_eq!(left(&format!("Hi {mark}, vote")), [mark]);
    }
    for text in [
        "{}",
        "{ }",
        "{...}",
        "{-}",
        ":-} {",
        "{|}",
        "{ x = 1; }",
        "{\"zip\": 80202}",
        "{a/b}",
    ] {
        assert_eq!(left(text), Vec::<&str>::new(), "{text}");
    }
}

#[test]
fn says_of_each_field_whether_it_always_has_a_default() {
    let fields = named_fields("{a} {b|x} {a|y} {b|z} {c|}");
    let fields: Vec<(&str, bool)> = fields.iter().map(|(name, has)| (&**name, *has)).collect();
    assert_eq!(fields, [("a", false), ("b", true), ("c", false)]);
}

proptest! {
    #[test]
    fn a_text_without_marks_is_sent_as_it_stands(text in "[^{]*") {
        prop_assert_eq!(ada(&text), text);
    }

    #[test]
    fn every_mark_becomes_its_value_or_its_default_and_what_was_put_in_stays(
        parts in prop::collection::vec(("[^{}]{0,8}", "[{}|a-z ]{0,9}", "[a-z,]{1,8}"), 0..6)
    ) {
        let (mut script, mut expected) = (String::new(), String::new());
        for (at, (words, value, default)) in parts.iter().enumerate() {
            script += &format!("{words}{{field{at}|{default}}}");
            expected += words;
            expected += if value.trim().is_empty() { default } else { value };
        }
        let value = |name: &str| {
            let at: usize = name.strip_prefix("field")?.parse().ok()?;
            Some(parts.get(at)?.1.as_str())
        };
        prop_assert_eq!(fill_in(&script, value, |mark| mark), expected);
        prop_assert!(named_fields(&script).iter().all(|(_, has_default)| *has_default));
    }

    #[test]
    fn what_has_a_value_or_a_default_leaves_no_mark(
        script in "([a-z ,.]|\\{a\\}|\\{b\\|[a-z]{1,5}\\}){0,20}", value in "[a-z]{1,8}"
    ) {
        let field = |name: &str| match name { "a" => Some(value.as_str()), "b" => Some(""), _ => None };
        let text = fill_in(&script, field, |mark| mark);
        prop_assert!(unfilled(&text, |_| true).is_empty(), "{}", text);
    }

    #[test]
    fn no_text_is_too_odd(script in "\\PC*|[{}| a\u{e9}\n]*") {
        let kept = fill_in(&script, |_| None, |mark| mark);
        if !script.contains('|') {
            prop_assert_eq!(kept, script);
        }
    }
}
