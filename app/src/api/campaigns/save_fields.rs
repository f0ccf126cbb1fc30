//! What every form of a section says of how it is saved.

use serde::{Deserialize, Serialize};

/// The fields `save[…]` of a section's form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SaveFields {
    /// The version that the section was loaded with; none: whatever stands there is overwritten.
    pub version: String,
    /// The version that it is saved over on purpose: what somebody else saved meanwhile.
    pub over: Option<String>,
    /// Nobody pressed a button.
    pub by_itself: bool,
}

#[cfg(feature = "ssr")]
impl From<&SaveFields> for crate::ports::SectionSave {
    fn from(form: &SaveFields) -> Self {
        let version = form.over.as_ref().unwrap_or(&form.version);
        Self {
            version: crate::ports::SectionVersion(version.clone()),
            by_itself: form.by_itself,
        }
    }
}
