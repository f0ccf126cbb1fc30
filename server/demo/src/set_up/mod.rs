//! What an admin does with the organization once the story is there, by the ports through which the pages do it too.

mod campaigns;
mod imported;
mod people;
mod teams;

use super::contact_file::ContactFile;
use super::error::DemoError;
use super::people::{ADMIN, ORGANIZATION, PEOPLE};
use super::write::WriteContext;
use app::domain::{Admin, AuditActor, CampaignId, MemberId, Origin, Viewer};
use app::error::AppError;
use server_store::Store;

/// Sets up teams and approval levels, and what campaigns go through.
pub(super) async fn set_up(
    store: &Store,
    story: &WriteContext,
    import: impl AsyncFnOnce(AuditActor, CampaignId, ContactFile) -> Result<(), String>,
) -> Result<(), DemoError> {
    let admin = admin(story)?;
    people::set_up(store, &admin, story).await?;
    let teams = teams::set_up(store, &admin, story).await?;
    campaigns::set_up(store, &admin, story).await?;
    imported::set_up(store, &admin, &teams, import).await
}

/// Ada, as she is signed in.
fn admin(story: &WriteContext) -> Result<Admin, DemoError> {
    let viewer = Viewer {
        organization: story.organization,
        organization_name: ORGANIZATION.to_owned(),
        member: MemberId(story.member(ADMIN)),
        name: PEOPLE[ADMIN].name.to_owned(),
        role: PEOPLE[ADMIN].role,
        language: None,
        origin: Origin::Client(None),
    };
    Ok(Admin::try_from(viewer).map_err(AppError::from)?)
}
