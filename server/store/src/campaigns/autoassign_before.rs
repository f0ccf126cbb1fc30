//! Autoassign Mode as it was before a save, for the log.

use crate::StoreError;
use crate::audit::Differences;
use app::domain::{AutoassignChange, CampaignId, OrganizationId};
use app::error::AppError;
use sqlx::PgConnection;

/// Both switches of a campaign before they are saved.
pub(crate) struct AutoassignBefore {
    auto_assign: bool,
    auto_release_minutes: Option<i32>,
}

impl AutoassignBefore {
    /// As they are now; nobody saves them before the transaction has ended.
    ///
    /// # Errors
    /// There is no such campaign; the database.
    #[tracing::instrument(name = "db.campaign.lock_autoassign", skip_all, fields(%campaign))]
    pub async fn lock(
        tx: &mut PgConnection,
        organization: OrganizationId,
        campaign: CampaignId,
    ) -> Result<Self, StoreError> {
        let before = sqlx::query_as!(
            Self,
            "select auto_assign, auto_release_minutes
               from campaign where organization_id = $1 and id = $2 for no key update",
            organization.0,
            campaign.0,
        );
        Ok(before.fetch_optional(tx).await?.ok_or(AppError::NotFound)?)
    }

    /// What is another with this change.
    pub fn differences(&self, change: AutoassignChange) -> Differences {
        let mut differences = Differences::default();
        if let Some(auto_assign) = change.auto_assign {
            differences.note_switch("auto_assign", self.auto_assign, auto_assign);
        }
        if let Some(interval) = change.auto_release {
            let minutes = interval.map(|interval| interval.minutes().cast_signed());
            let (before, after) = (self.auto_release_minutes.as_ref(), minutes.as_ref());
            differences.note_option("auto_release_minutes", before, after);
        }
        differences
    }
}
