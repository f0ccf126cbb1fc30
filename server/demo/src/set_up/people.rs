//! The approval levels.

use crate::error::DemoError;
use crate::people::{NEEDS_APPROVAL, PEOPLE};
use crate::write::WriteContext;
use app::domain::{Admin, ApprovalLevel, MemberId, Role};
use app::ports::{LevelChange, People};
use server_store::Store;

/// Texters need no approval: one person looks at the demo, and would have to approve their own requests. One texter keeps
/// the default level, to show approval.
pub(super) async fn set_up(
    store: &Store,
    admin: &Admin,
    story: &WriteContext,
) -> Result<(), DemoError> {
    let texters = (0..PEOPLE.len())
        .filter(|person| PEOPLE[*person].role == Role::Texter && *person != NEEDS_APPROVAL);
    let changes = texters.map(|person| LevelChange {
        member: MemberId(story.member(person)),
        was: ApprovalLevel::ApprovalRequired,
        level: ApprovalLevel::Automatic,
    });
    store.save_levels(admin, changes.collect()).await?;
    Ok(())
}
