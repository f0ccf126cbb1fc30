//! The build of the sentences: what it makes of messages, and what it refuses.

#[path = "../build/cases.rs"]
mod cases;
#[path = "../build/generate.rs"]
mod generate;
#[path = "../build/message.rs"]
mod message;

use generate::{Place, generate};
use message::parse;

fn code(english: &str, spanish: &str) -> Result<String, String> {
    generate(&[parse(english)?, parse(spanish)?], Place::Server)
}

#[test]
fn a_sentence_is_a_function_with_its_arguments() {
    let english = "sent-to = Sent to { $name } in { NUMBER($minutes) } min.";
    let code = code(
        english,
        "sent-to = En { NUMBER($minutes) } min a { $name }.",
    )
    .unwrap();
    assert!(
        code.contains(r#"english: &["Sent to \u{1} in \u{2} min."]"#),
        "{code}"
    );
    assert!(
        code.contains(r#"spanish: &["En \u{2} min a \u{1}."]"#),
        "{code}"
    );
    assert!(
        code.contains("pub fn sent_to(name: &str, minutes: u32) -> String"),
        "{code}"
    );
}

#[test]
fn admins_sentences_are_behind_everyones_in_the_browsers_file() {
    let messages = [
        parse("close = Close").unwrap(),
        parse("close = Cerrar").unwrap(),
    ];
    let everyones = generate(&messages, Place::Browser { after: None }).unwrap();
    assert!(everyones.contains("const END: usize = 1;"), "{everyones}");
    let after = Some("island");
    let admins = generate(&messages, Place::Browser { after }).unwrap();
    assert!(
        admins.contains("crate::browser::sentence(crate::island::END + index)"),
        "{admins}"
    );
}

#[test]
fn each_combination_of_cases_is_a_sentence_of_its_own() {
    let english = "
back = { $back ->
    [one] { $back } reply is back
   *[other] { $back } replies are back
 }{ $kept ->
    [0] .
   *[other] ; { $kept } not.
 }";
    let spanish = "back = { $back } y { $kept }.";
    let refused = code(english, spanish);
    assert!(
        refused.is_ok(),
        "a translation may do without cases: {refused:?}"
    );
    let spanish = english.replace("[0] .", "[0] ; nada.");
    let code = code(english, &spanish).unwrap();
    let sentences = r#"["\u{1} reply is back.", "\u{1} reply is back; \u{2} not.", "\u{1} replies are back.", "\u{1} replies are back; \u{2} not."]"#;
    assert!(code.contains(&format!("english: &{sentences}")), "{code}");
    assert!(
        code.contains("sentence(usize::from(back != 1) * 2 + usize::from(kept != 0))"),
        "{code}"
    );
}

#[test]
fn what_is_missing_or_too_much_is_refused() {
    let refused = |english: &str, spanish: &str| code(english, spanish).unwrap_err();
    assert_eq!(refused("a = A\nb = B", "a = A"), "b is not translated");
    assert_eq!(refused("a = A", "a = A\nb = B"), "b translates nothing");
    assert_eq!(refused("a = A\na = B", "a = A"), "a is there twice");
    assert_eq!(
        refused("a = { $one }", "a = { $two }"),
        "a has other variables in a translation"
    );
    assert_eq!(
        refused("a = { NUMBER($one) }", "a = A"),
        "a has other variables in a translation"
    );
}

#[test]
fn what_has_no_meaning_here_is_refused() {
    for source in [
        "-brand = Baton",
        "a = { b }",
        "a = { DATETIME($at) }",
        "a = { $n ->\n    [few] F\n   *[other] O\n }",
        "a = { $n ->\n    [other] O\n   *[one] F\n }\na",
        "a =",
    ] {
        assert!(parse(source).is_err(), "{source}");
    }
}
