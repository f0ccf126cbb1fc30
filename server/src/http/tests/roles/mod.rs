//! The role × action table, walked: for each server function and route, who is refused and who is not, from nobody who
//! is signed in to the owner of another organization. What is refused writes nothing.

mod allowed;
mod anybody;
mod forged;
mod functions;
mod pages;
mod routes;
mod rows;
mod table;

use super::TestApp;
use app::domain::Role;

/// The roles, from the lowest.
const ROLES: [Role; 4] = [Role::Texter, Role::Supervolunteer, Role::Admin, Role::Owner];

/// The cookie of a member of this organization who has such a role.
async fn cookie_of(app: &TestApp, role: Role) -> String {
    let viewer = app.world.member(role).await;
    app.sign_in(&viewer).await
}

/// The cookie of an owner who has been suspended since.
async fn suspended(app: &TestApp) -> String {
    let owner = app.world.member(Role::Owner).await;
    let cookie = app.sign_in(&owner).await;
    app.world.suspend(owner.member).await;
    cookie
}
