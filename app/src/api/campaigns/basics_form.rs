//! The parser of a campaign's title, texting hours and zone, and the redisplay of the form when it is refused.

use crate::api::{form_input, redisplay};
use crate::domain::MAX_TITLE_CHARACTERS;
use crate::error::AppError;
use crate::field_errors::FieldErrors;
use crate::ports::CampaignBasics;
use sentences::page;

/// The form as it was filled in, or what a command makes of its options.
#[derive(Debug)]
pub struct BasicsForm {
    /// What texters and admins see.
    pub title: String,
    /// What texters see under it.
    pub description: String,
    /// When its contacts may be texted from on, as 09:00.
    pub texting_from: String,
    /// When that ends, as 21:00.
    pub texting_until: String,
    /// The zone of contacts who bring none of their own.
    pub time_zone: String,
}

impl BasicsForm {
    /// What it says, or the errors of every field that is not valid. Whether there is such a time zone, the database
    /// knows.
    ///
    /// # Errors
    /// Those of the fields.
    pub fn parse(&self) -> Result<CampaignBasics, AppError> {
        let mut errors = FieldErrors::default();
        let title = form_input::title(&mut errors, "title", &self.title, MAX_TITLE_CHARACTERS);
        let description = form_input::description(&mut errors, "description", &self.description);
        let hours = form_input::texting_hours(&mut errors, &self.texting_from, &self.texting_until);
        let time_zone = self.time_zone.trim().to_owned();
        if time_zone.is_empty() {
            errors.add("time_zone", page::time_zone_is_missing());
        }
        match hours {
            Some((texting_from, texting_until)) if errors.is_empty() => Ok(CampaignBasics {
                title,
                description,
                texting_from,
                texting_until,
                time_zone,
            }),
            _ => Err(AppError::Fields(errors)),
        }
    }

    /// The error, with the form as it was filled in, on the page that has it; a campaign that there is has a `version`.
    pub(super) fn redisplay(&self, page: &str, version: &str, error: AppError) -> AppError {
        let fields = [
            ("version", version),
            ("title", self.title.as_str()),
            ("description", &self.description),
            ("texting_from", &self.texting_from),
            ("texting_until", &self.texting_until),
            ("time_zone", &self.time_zone),
        ];
        redisplay(page, "basics", &fields, error)
    }
}
