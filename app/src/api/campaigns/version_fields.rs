//! What the form of a launch says of the sections that its page showed.

use serde::{Deserialize, Serialize};

/// The fields `versions[…]`, named after the sections. One that is missing stands for whatever is saved.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct VersionFields {
    /// Of title, texting hours and zone.
    pub basics: String,
    /// Of script and due date.
    pub script: String,
    /// Of the canned responses.
    pub responses: String,
    /// Of the teams.
    pub teams: String,
}

#[cfg(feature = "ssr")]
impl From<VersionFields> for crate::ports::SectionVersions {
    fn from(form: VersionFields) -> Self {
        use crate::ports::SectionVersion;
        Self {
            basics: SectionVersion(form.basics),
            script: SectionVersion(form.script),
            responses: SectionVersion(form.responses),
            teams: SectionVersion(form.teams),
        }
    }
}
