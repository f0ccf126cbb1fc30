//! A campaign that is set up as an admin does it, from nothing to its launch, with contacts from a file.

use crate::contact_file::{ContactFile, contact_file};
use crate::error::DemoError;
use crate::teams::INITIALS;
use app::domain::{Admin, AuditActor, CampaignId, TeamId};
use app::ports::{CampaignSetup, SectionVersions, TeamChange, TeamPart, Teams};
use server_store::Store;
use server_store::campaign_setup::{NewCampaign, create};

const TITLE: &str = "Register by mail, coast to coast";
const DESCRIPTION: &str =
    "First-time voters who asked for the form. Many live far west: mind the hour there.";
const SCRIPT: &str = "Hi {firstName}, it's Riverbend Votes. In {town} you can still register by mail until the 20th. \
                      Shall I send you the form?";
const ZONE: &str = "America/New_York";

/// Creates it, imports its contacts, has new volunteers text them, and launches it.
pub(super) async fn set_up(
    store: &Store,
    admin: &Admin,
    teams: &[TeamId],
    import: impl AsyncFnOnce(AuditActor, CampaignId, ContactFile) -> Result<(), String>,
) -> Result<(), DemoError> {
    let new = NewCampaign {
        title: TITLE.to_owned(),
        description: DESCRIPTION.to_owned(),
        script: SCRIPT.to_owned(),
        time_zone: Some(ZONE.to_owned()),
        auto_assign: true,
        ..NewCampaign::default()
    };
    let campaign = create(store, admin.actor(), &new).await?;
    import(admin.actor(), campaign, contact_file())
        .await
        .map_err(DemoError::Import)?;
    let part = TeamPart::Campaign(campaign);
    store
        .change_team(admin, teams[INITIALS], part, TeamChange::Add)
        .await?;
    store
        .launch(admin, campaign, &SectionVersions::default(), true)
        .await?;
    Ok(())
}
