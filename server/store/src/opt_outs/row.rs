use crate::{StoreError, stored_word};
use app::domain::{CampaignId, MemberId, OptOut, OptOutOrigin, PhoneNumber};
use chrono::{DateTime, Utc};

/// An opt-out as statements return it, with names.
#[derive(sqlx::FromRow)]
pub(super) struct Row {
    pub cell: String,
    pub origin: Option<String>,
    pub recorded_by: Option<i64>,
    pub member: Option<String>,
    pub campaign_id: Option<i64>,
    pub campaign: Option<String>,
    pub at: DateTime<Utc>,
}

impl Row {
    pub fn read(self) -> Result<OptOut, StoreError> {
        let number: PhoneNumber = stored_word(&self.cell)?;
        let origin = match self.origin {
            Some(word) => stored_word(&word)?,
            // A release that kept no origin wrote it: the migration says what it means.
            None if self.recorded_by.is_none() => OptOutOrigin::StopWord,
            None => OptOutOrigin::Texter,
        };
        Ok(OptOut {
            number,
            origin,
            by: self.recorded_by.map(MemberId).zip(self.member),
            campaign: self.campaign_id.map(CampaignId).zip(self.campaign),
            at: self.at,
        })
    }
}
