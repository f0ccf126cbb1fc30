//! The viewer for whom a page was made, as `data-viewer` of its head says it: `12.texter`.

use app::domain::{MemberId, Role};
use app::error::AppError;
use serde::Deserialize;

/// A member, which is somebody in an organization, and the role that they had when the page was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct PageViewer {
    pub member: MemberId,
    pub role: Role,
}

impl TryFrom<String> for PageViewer {
    type Error = AppError;

    fn try_from(text: String) -> Result<Self, AppError> {
        text.as_str().try_into()
    }
}

impl TryFrom<&str> for PageViewer {
    type Error = AppError;

    fn try_from(text: &str) -> Result<Self, AppError> {
        let (member, role) = text.split_once('.').ok_or(AppError::NotFound)?;
        Ok(Self {
            member: member.parse().map_err(|_| AppError::NotFound)?,
            role: role.parse().map_err(|_| AppError::NotFound)?,
        })
    }
}
