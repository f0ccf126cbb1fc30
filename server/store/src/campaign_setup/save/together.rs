//! Saving several sections at once.

use super::Teams;
use super::basics::basics_within;
use super::script::script_within;
use super::teams::teams_within;
use crate::{Store, StoreError};
use app::domain::{AuditActor, CampaignId, OrganizationId};
use app::ports::{CampaignBasics, SectionSave, SectionVersion, SectionVersions};
use chrono::NaiveDate;

/// The sections of a campaign that are saved together.
#[derive(Debug, Clone, Default)]
pub struct Sections {
    /// The version that each was loaded with: a save overwrites no other one.
    pub loaded: SectionVersions,
    /// Which teams draw from it; none: they stay.
    pub teams: Option<Teams>,
    /// Title, description, texting hours and zone; none: they stay.
    pub basics: Option<CampaignBasics>,
    /// Script and due date; none: they stay.
    pub script: Option<(String, Option<NaiveDate>)>,
}

/// Saves sections of a campaign, all of them or none, for whoever may run commands on the database.
///
/// # Errors
/// No such campaign; what the save of one of them refuses; one was saved by somebody else since it was loaded.
pub async fn save_together(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
    sections: &Sections,
) -> Result<(), StoreError> {
    let actor = AuditActor::command_line(organization);
    let loaded = &sections.loaded;
    let clock = &store.clock;
    let mut transaction = store.begin().await?;
    if let Some(teams) = &sections.teams {
        let save = by_hand(&loaded.teams);
        teams_within(&mut transaction, clock, actor, campaign, &save, teams).await?;
    }
    if let Some(basics) = &sections.basics {
        let save = by_hand(&loaded.basics);
        basics_within(&mut transaction, clock, actor, campaign, &save, basics).await?;
    }
    if let Some((script, due_on)) = &sections.script {
        let save = by_hand(&loaded.script);
        let both = (script.as_str(), *due_on);
        script_within(&mut transaction, clock, actor, campaign, &save, both).await?;
    }
    transaction.commit().await?;
    Ok(())
}

/// A save that somebody asked for.
fn by_hand(version: &SectionVersion) -> SectionSave {
    SectionSave {
        version: version.clone(),
        by_itself: false,
    }
}
