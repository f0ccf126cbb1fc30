//! Roles and suspensions, on a real database.

mod pending_request;
mod races;
mod roles;
mod suspend;

use crate::testing::World;
use app::domain::{MemberId, ReleaseProgress, Role, Viewer};
use app::ports::{MemberRoles, Suspension};

/// The role of a member as it is.
async fn role(world: &World, member: MemberId) -> Role {
    let word: String = sqlx::query_scalar("select role::text from member where id = $1")
        .bind(member.0)
        .fetch_one(&world.store.pool)
        .await
        .unwrap();
    word.parse().unwrap()
}

/// The admin suspends a texter, and releases what they hold.
async fn suspend(world: &World, member: &Viewer) -> ReleaseProgress {
    let suspension = suspension(member, true);
    let progress = world.store.suspend(&world.admin, suspension).await;
    progress.unwrap().unwrap()
}

fn suspension(member: &Viewer, and_release: bool) -> Suspension {
    Suspension {
        member: member.member,
        was: member.role,
        and_release,
    }
}
