//! Scripts of first texts, with the fields of the contact.

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

/// The marks of a script that name none of `names`, as they stand there.
pub fn unknown_fields(script: &str, names: &[impl AsRef<str>]) -> Vec<String> {
    let marks = script
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'));
    marks
        .map(|(mark, _)| mark)
        .filter(|mark| !names.iter().any(|name| name.as_ref() == mark.trim()))
        .map(|mark| ["{", mark, "}"].concat())
        .collect()
}

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
    /// The script with these fields in it.
    pub fn fill_in(&self, script: &str) -> String {
        fill_in(script, |name| self.get(name))
    }

    fn get(&self, name: &str) -> Option<&'a str> {
        match name {
            "firstName" => Some(self.first_name),
            "lastName" => Some(self.last_name),
            "cell" => Some(self.cell),
            // Nobody has an alias here; scripts that were written for Spoke name it.
            "texterFirstName" | "texterAliasOrFirstName" => self.texter.split_whitespace().next(),
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
    use super::{SCRIPT_FIELDS, ScriptFields, fill_in, unknown_fields};

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

    #[test]
    fn finds_the_marks_that_name_nothing() {
        let unknown = |script| unknown_fields(script, &["firstName", "site"]);
        assert_eq!(
            unknown("Hi {firstName}, vote at { site }."),
            Vec::<String>::new()
        );
        assert_eq!(unknown("Hi {name}, {first"), ["{name}"]);
        assert_eq!(unknown("No marks"), Vec::<String>::new());
    }

    #[test]
    fn knows_the_contact_their_columns_and_the_texter() {
        let custom = [("polling place".to_owned(), "12 Main Street".to_owned())];
        let fields = ScriptFields {
            first_name: "Ada",
            last_name: "Byron",
            cell: "+13035550100",
            texter: "Ann Texter",
            custom: &custom,
        };
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
}
