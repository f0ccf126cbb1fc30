//! The fields that scripts may name, and their values.

use super::script::{fill_in, named_fields, unfilled};
use std::cell::Cell;

/// The longest script: filled in, it has to be a text that the carriers take.
pub const MAX_SCRIPT_CHARACTERS: usize = 1600;

/// The longest goodbye to who opts out: two parts of a text, as the carriers' registration of a campaign takes it.
pub const MAX_GOODBYE_CHARACTERS: usize = 320;

/// The fields that a script may name on every campaign.
pub const SCRIPT_FIELDS: [&str; 6] = [
    "firstName",
    "lastName",
    "cell",
    "texterFirstName",
    "texterLastName",
    "texterAliasOrFirstName",
];

/// Those of [`SCRIPT_FIELDS`] that a contact or a texter may not have.
const MAY_BE_BLANK: [&str; 3] = ["firstName", "lastName", "texterLastName"];

/// The marks of [`SCRIPT_FIELDS`] in a text that may be blank and have no default: they would be sent as a gap.
pub fn marks_without_default(text: &str) -> Vec<String> {
    named_fields(text)
        .into_iter()
        .filter(|(name, has_default)| !has_default && MAY_BE_BLANK.contains(&name.as_str()))
        .map(|(name, _)| format!("{{{name}}}"))
        .collect()
}

/// The values of a script's fields, of one contact and the texter who writes to them: those of [`SCRIPT_FIELDS`], and
/// the contact's other columns as the file named them.
pub struct ScriptFields<'a> {
    /// The contact's first name.
    pub first_name: &'a str,
    /// The contact's last name.
    pub last_name: &'a str,
    /// The contact's cell.
    pub cell: &'a str,
    /// The texter's name.
    pub texter: &'a str,
    /// The contact's other columns.
    pub custom: &'a [(String, String)],
}

impl<'a> ScriptFields<'a> {
    /// The script with these fields in it, for somebody who looks at it before it is sent: a mark whose field is blank
    /// and that has no default stays to be seen.
    pub fn fill_in(&self, script: &str) -> String {
        fill_in(script, |name| self.get(name), |mark| mark)
    }

    /// The text with these fields in it, which may be sent as it is; none if a field is blank that has no default, which
    /// would be a gap.
    pub fn fill_in_completely(&self, script: &str) -> Option<String> {
        let has_gap = Cell::new(false);
        let text = fill_in(
            script,
            |name| self.get(name),
            |mark| {
                has_gap.set(true);
                mark
            },
        );
        (!has_gap.get()).then_some(text)
    }

    /// The marks in a text that one of the scripts or its writer meant to be filled in, and that are not, whether there is
    /// such a field or not. What looks like one and is the contact's own is none.
    pub fn unfilled<'t>(&self, scripts: &[&str], text: &'t str) -> Vec<&'t str> {
        let named: Vec<(String, bool)> = scripts.iter().flat_map(|one| named_fields(one)).collect();
        let is_field =
            |name: &str| self.get(name).is_some() || named.iter().any(|(field, _)| field == name);
        let mut marks = unfilled(text, is_field);
        marks.retain(|mark| !self.values().any(|value| value.contains(mark)));
        marks.dedup();
        marks
    }

    fn values(&self) -> impl Iterator<Item = &'a str> {
        let custom = self.custom.iter().map(|(_, value)| value.as_str());
        [self.first_name, self.last_name, self.cell, self.texter]
            .into_iter()
            .chain(custom)
    }

    fn get(&self, name: &str) -> Option<&'a str> {
        match name {
            "firstName" => Some(self.first_name),
            "lastName" => Some(self.last_name),
            "cell" => Some(self.cell),
            // Nobody has an alias here; scripts that were written for Spoke name it.
            "texterFirstName" | "texterAliasOrFirstName" => {
                Some(self.texter.split_whitespace().next().unwrap_or_default())
            }
            "texterLastName" => {
                let mut names = self.texter.split_whitespace();
                names.next();
                Some(names.next_back().unwrap_or_default())
            }
            column => {
                let mut custom = self.custom.iter();
                custom.find_map(|(name, value)| (name == column).then_some(value.as_str()))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{SCRIPT_FIELDS, ScriptFields, marks_without_default};

    fn fields<'a>(first_name: &'a str, custom: &'a [(String, String)]) -> ScriptFields<'a> {
        ScriptFields {
            first_name,
            last_name: "Byron",
            cell: "+13035550100",
            texter: "Ann Texter",
            custom,
        }
    }

    #[test]
    fn knows_the_contact_their_columns_and_the_texter() {
        let custom = [("polling place".to_owned(), "12 Main Street".to_owned())];
        let fields = fields("Ada", &custom);
        let script = "{firstName} {lastName} ({cell}), {texterFirstName} here: vote at {polling place}. {zip}";
        assert_eq!(
            fields.fill_in(script),
            "Ada Byron (+13035550100), Ann here: vote at 12 Main Street. {zip}"
        );
        let script = "{texterAliasOrFirstName} {texterLastName}";
        assert_eq!(fields.fill_in(script), "Ann Texter");
        for name in SCRIPT_FIELDS {
            assert!(fields.get(name).is_some(), "{name}");
        }
    }

    #[test]
    fn tells_what_is_not_filled_in_from_what_is_the_contacts_own() {
        let custom = [
            ("polling_location".to_owned(), "{firstName}".to_owned()),
            ("ask".to_owned(), "$1 {ask}".to_owned()),
        ];
        let script = "Hi {firstName}, vote at {polling_location}? Give ${ask}? {pollinglocation}";
        let ole = fields("Ole", &custom);
        let text = ole.fill_in(script);
        assert_eq!(
            text,
            "Hi Ole, vote at {firstName}? Give $$1 {ask}? {pollinglocation}"
        );
        assert_eq!(ole.unfilled(&[script], &text), ["{pollinglocation}"]);
        let nobody = fields("", &[]);
        let text = nobody.fill_in(script);
        assert_eq!(
            nobody.unfilled(&["Hi!", script], &text),
            [
                "{firstName}",
                "{polling_location}",
                "{ask}",
                "{pollinglocation}"
            ]
        );
        // Nobody reads `{FirstName}` either, nor what is no field at all, unless it is the contact's own.
        let text = "Hi {FirstName}, use {code}.";
        assert_eq!(ole.unfilled(&[], text), ["{FirstName}", "{code}"]);
        let none: [&str; 0] = [];
        assert_eq!(ole.unfilled(&[], "{firstName} {ask}"), none);
        assert_eq!(nobody.unfilled(&[script], "{} :{ {...}"), none);
    }

    #[test]
    fn a_text_that_would_have_a_gap_is_none() {
        let (ada, nobody) = (fields("Ada", &[]), fields(" ", &[]));
        let bye = "We’re sorry, {firstName}, and won’t text you again.";
        let filled = "We’re sorry, Ada, and won’t text you again.";
        assert_eq!(ada.fill_in_completely(bye).as_deref(), Some(filled));
        assert_eq!(nobody.fill_in_completely(bye), None);
        let bye = "Bye, {firstName|friend}! {texterFirstName}";
        let filled = "Bye, friend! Ann";
        assert_eq!(nobody.fill_in_completely(bye).as_deref(), Some(filled));
    }

    #[test]
    fn names_the_marks_that_may_be_blank_and_have_no_default() {
        let marks = marks_without_default;
        assert_eq!(
            marks("{ firstName }, {lastName|friend}, {firstName|you}, {texterLastName| }"),
            ["{firstName}", "{texterLastName}"]
        );
        let none: [&str; 0] = [];
        assert_eq!(marks("{firstName|friend} {cell} {texterFirstName}"), none);
    }
}
