//! The parser of the settings form, and its redisplay when it is refused.

use crate::api::{form_input, redisplay};
use crate::domain::{
    MAX_GOODBYE_CHARACTERS, SCRIPT_FIELDS, is_organization_name, marks_without_default,
    unknown_fields,
};
use crate::error::AppError;
use crate::field_errors::FieldErrors;
use crate::ports::OrganizationSettings;
use sentences::page;

/// The form as it was filled in, or what a command makes of its options.
#[derive(Debug)]
pub struct SettingsForm {
    /// What members see.
    pub name: String,
    /// When new campaigns may begin to text, as 09:00.
    pub texting_from: String,
    /// When they have to end, as 21:00.
    pub texting_until: String,
    /// Their zone, or nothing.
    pub time_zone: String,
    /// Texters see last names.
    pub shows_last_names: bool,
    /// What is texted last to who is opted out, or nothing.
    pub opt_out_goodbye: String,
}

impl SettingsForm {
    /// The settings that it makes, or the errors of every field that is not valid. Whether there is such a time zone, the
    /// database knows.
    ///
    /// # Errors
    /// Those of the fields.
    pub fn parse(&self) -> Result<OrganizationSettings, FieldErrors> {
        let mut errors = FieldErrors::default();
        let name = self.name.trim();
        if !is_organization_name(name) {
            errors.add("name", page::organization_name_is_not_valid());
        }
        let hours = form_input::texting_hours(&mut errors, &self.texting_from, &self.texting_until);
        let goodbye = goodbye(&mut errors, &self.opt_out_goodbye);
        let time_zone = self.time_zone.trim();
        match hours {
            Some((texting_from, texting_until)) if errors.is_empty() => Ok(OrganizationSettings {
                name: name.to_owned(),
                texting_from,
                texting_until,
                time_zone: (!time_zone.is_empty()).then(|| time_zone.to_owned()),
                shows_last_names: self.shows_last_names,
                opt_out_goodbye: goodbye,
            }),
            _ => Err(errors),
        }
    }

    /// The error, with the form as it was filled in, and no newer than it was. What somebody else saved is to be looked at, and
    /// not hidden behind it.
    pub(super) fn redisplay(&self, version: i32, error: AppError) -> AppError {
        if error == AppError::SavedMeanwhile {
            return redisplay("/settings", "", &[], error);
        }
        let shows = if self.shows_last_names { "true" } else { "" };
        let version = version.to_string();
        let fields = [
            ("version", version.as_str()),
            ("name", &self.name),
            ("texting_from", &self.texting_from),
            ("texting_until", &self.texting_until),
            ("time_zone", &self.time_zone),
            ("shows_last_names", shows),
            ("opt_out_goodbye", &self.opt_out_goodbye),
        ];
        redisplay("/settings", "settings", &fields, error)
    }
}

/// The goodbye with the line breaks of texts: browsers send others. Nobody has to look at it before it is sent, so what may
/// be blank needs a default.
fn goodbye(errors: &mut FieldErrors, typed: &str) -> String {
    let goodbye = typed.trim().replace("\r\n", "\n").replace('\r', "\n");
    let length = goodbye.chars().count();
    let unknown = unknown_fields(&goodbye, &SCRIPT_FIELDS);
    let without_default = marks_without_default(&goodbye);
    if length > MAX_GOODBYE_CHARACTERS {
        let most = MAX_GOODBYE_CHARACTERS.to_string();
        let sentence = page::message_is_too_long(&most, &length.to_string());
        errors.add("opt_out_goodbye", &sentence);
    } else if !unknown.is_empty() {
        let sentence = page::goodbye_has_no_field(&unknown.join(", "));
        errors.add("opt_out_goodbye", &sentence);
    } else if !without_default.is_empty() {
        let marks = without_default.join(", ");
        let sentence = page::goodbye_needs_a_default(&marks, "{firstName|neighbor}");
        errors.add("opt_out_goodbye", &sentence);
    } else if goodbye.contains(|c: char| c.is_control() && c != '\n') {
        errors.add("opt_out_goodbye", page::goodbye_is_not_valid());
    }
    goodbye
}

#[cfg(test)]
mod tests {
    use super::SettingsForm;
    use crate::field_errors::FieldErrors;
    use crate::ports::OrganizationSettings;

    fn parsed(
        name: &str,
        [from, until]: [&str; 2],
        zone: &str,
        goodbye: &str,
    ) -> Result<OrganizationSettings, FieldErrors> {
        SettingsForm {
            name: name.into(),
            texting_from: from.into(),
            texting_until: until.into(),
            time_zone: zone.into(),
            shows_last_names: false,
            opt_out_goodbye: goodbye.into(),
        }
        .parse()
    }

    #[test]
    fn what_is_valid_is_read() {
        let settings = parsed(
            " Vote Local ",
            ["9:00", "24:00"],
            " ",
            " Bye {firstName|friend}!\r\nVote Local ",
        )
        .unwrap();
        assert_eq!(settings.name, "Vote Local");
        assert_eq!(settings.texting_from.as_str(), "09:00");
        assert_eq!(settings.texting_until.as_str(), "24:00");
        assert_eq!(settings.time_zone, None);
        assert_eq!(
            settings.opt_out_goodbye,
            "Bye {firstName|friend}!\nVote Local"
        );
    }

    #[test]
    fn every_field_that_is_not_is_named_at_once() {
        let errors = parsed(" ", ["9 o’clock", "25:00"], "", "Bye {zip}").unwrap_err();
        for field in ["name", "texting_from", "texting_until", "opt_out_goodbye"] {
            assert!(errors.of(field).is_some(), "{field}");
        }
        for hours in [["21:00", "09:00"], ["09:00", "09:00"]] {
            let errors = parsed("Vote Local", hours, "", "").unwrap_err();
            assert!(errors.of("texting_until").is_some(), "{hours:?}");
        }
        for name in ["Vote\nLocal", "\u{202E}\u{200B}"] {
            let errors = parsed(name, ["09:00", "21:00"], "", "").unwrap_err();
            assert!(errors.of("name").is_some(), "{name:?}");
        }
    }

    #[test]
    fn a_goodbye_has_a_length() {
        let parsed = |length| parsed("Vote Local", ["09:00", "21:00"], "", &"é".repeat(length));
        assert!(parsed(320).is_ok());
        assert!(parsed(321).unwrap_err().of("opt_out_goodbye").is_some());
    }

    #[test]
    fn a_goodbye_says_what_stands_for_a_name_that_is_blank() {
        let parsed = |goodbye| parsed("Vote Local", ["09:00", "21:00"], "", goodbye);
        let errors = parsed("Sorry, {firstName} {lastName|friend}.").unwrap_err();
        let sentence = errors.of("opt_out_goodbye").unwrap();
        assert!(sentence.contains("{firstName}"), "{sentence}");
        assert!(sentence.contains("{firstName|neighbor}"), "{sentence}");
        assert!(parsed("Sorry, {firstName|friend}. {texterFirstName}").is_ok());
    }
}
