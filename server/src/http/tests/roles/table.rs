//! The role × action table: every server function and every route, with the least role that it is for. The lists of the
//! functions with their forms are in `refusals.rs`.

use super::super::refusals::{ADMINS, ANYBODY, DECIDERS, TEXTERS};
use app::domain::Role;

/// Whom something is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Whoever asks, with or without a session.
    Anybody,
    /// Members with this role or a higher one.
    AtLeast(Role),
}

impl Access {
    /// Whether it is for a member with this role; `None` is nobody who is signed in.
    pub fn allows(self, role: Option<Role>) -> bool {
        match self {
            Self::Anybody => true,
            Self::AtLeast(least) => role.is_some_and(|role| role >= least),
        }
    }
}

const TEXTER: Access = Access::AtLeast(Role::Texter);
const SUPERVOLUNTEER: Access = Access::AtLeast(Role::Supervolunteer);
const ADMIN: Access = Access::AtLeast(Role::Admin);
const OWNER: Access = Access::AtLeast(Role::Owner);

/// The server functions for members: path, a valid form, and whom it is for. Those for anybody are in `anybody.rs`.
pub fn functions() -> impl Iterator<Item = (&'static str, &'static str, Access)> {
    let of = |access| move |&(path, form): &(&'static str, &'static str)| (path, form, access);
    ADMINS
        .iter()
        .map(of(ADMIN))
        .chain(DECIDERS.iter().map(of(SUPERVOLUNTEER)))
        .chain(TEXTERS.iter().map(of(TEXTER)))
}

/// The paths of all server functions.
pub fn function_paths() -> impl Iterator<Item = &'static str> {
    functions().map(|(path, ..)| path).chain(ANYBODY)
}

/// The pages: route, an address of it, and whom it is for.
pub const PAGES: [(&str, &str, Access); 64] = [
    ("/", "/", TEXTER),
    ("/sign-in", "/sign-in", Access::Anybody),
    ("/setup", "/setup", Access::Anybody),
    (
        "/forgotten-password",
        "/forgotten-password",
        Access::Anybody,
    ),
    (
        "/password/{token}",
        "/password/abcdefghijklmnopqrstuvwx",
        Access::Anybody,
    ),
    (
        "/join/{id}",
        "/join/abcdefghijklmnopqrstuvwx",
        Access::Anybody,
    ),
    ("/texts", "/texts", TEXTER),
    ("/texts/done", "/texts/done", TEXTER),
    ("/texts/next", "/texts/next", TEXTER),
    ("/texts/replies", "/texts/replies?campaign=1", TEXTER),
    ("/texts/past", "/texts/past", TEXTER),
    ("/texts/closed", "/texts/closed", TEXTER),
    ("/texts/{id}", "/texts/1", TEXTER),
    ("/texts/{id}/earlier", "/texts/1/earlier?before=2", TEXTER),
    ("/texts/{id}/opt-out", "/texts/1/opt-out", TEXTER),
    ("/account", "/account", TEXTER),
    ("/requests", "/requests", SUPERVOLUNTEER),
    ("/escalated", "/escalated", TEXTER),
    ("/review", "/review?status=closed&open=1", SUPERVOLUNTEER),
    ("/review/actions/{id}", "/review/actions/1", SUPERVOLUNTEER),
    ("/unanswerable", "/unanswerable", ADMIN),
    ("/unmatched", "/unmatched", ADMIN),
    (
        "/unmatched/move",
        "/unmatched/move?text=simulated-SM1",
        ADMIN,
    ),
    ("/texts/{id}/move", "/texts/2/move", ADMIN),
    ("/campaigns", "/campaigns", ADMIN),
    ("/campaigns/release", "/campaigns/release", ADMIN),
    ("/campaigns/new", "/campaigns/new", ADMIN),
    (
        "/campaigns/chosen",
        "/campaigns/chosen?change=archive&campaigns=1",
        ADMIN,
    ),
    ("/campaigns/{id}", "/campaigns/1", ADMIN),
    ("/campaigns/{id}/release", "/campaigns/1/release", ADMIN),
    ("/campaigns/{id}/figures", "/campaigns/1/figures", ADMIN),
    (
        "/campaigns/{id}/second-pass",
        "/campaigns/1/second-pass",
        ADMIN,
    ),
    (
        "/campaigns/{id}/unmessaged",
        "/campaigns/1/unmessaged",
        ADMIN,
    ),
    (
        "/campaigns/{id}/autoassign",
        "/campaigns/1/autoassign",
        ADMIN,
    ),
    ("/campaigns/{id}/contacts", "/campaigns/1/contacts", ADMIN),
    (
        "/campaigns/{id}/contacts/{contact}",
        "/campaigns/1/contacts/1",
        ADMIN,
    ),
    (
        "/campaigns/{id}/uploads/{upload}",
        "/campaigns/1/uploads/1",
        ADMIN,
    ),
    (
        "/campaigns/{id}/imports/{import}/undo",
        "/campaigns/1/imports/1/undo",
        ADMIN,
    ),
    ("/releases", "/releases", ADMIN),
    ("/releases/{id}", "/releases/1", ADMIN),
    ("/assignment", "/assignment", ADMIN),
    ("/teams", "/teams", ADMIN),
    ("/teams/{id}", "/teams/1", ADMIN),
    ("/teams/{id}/remove", "/teams/1/remove?member=3", ADMIN),
    ("/teams/{id}/delete", "/teams/1/delete", ADMIN),
    ("/tags", "/tags", ADMIN),
    ("/tags/{id}", "/tags/1", ADMIN),
    ("/people", "/people", ADMIN),
    ("/people/invites", "/people/invites", ADMIN),
    ("/people/invites/new", "/people/invites/new", ADMIN),
    ("/people/invites/{id}", "/people/invites/1", ADMIN),
    ("/people/{id}", "/people/3", ADMIN),
    ("/people/{id}/figures", "/people/3/figures", ADMIN),
    ("/people/{id}/suspend", "/people/3/suspend", ADMIN),
    ("/people/{id}/release", "/people/3/release", ADMIN),
    (
        "/people/{id}/password-link",
        "/people/3/password-link",
        ADMIN,
    ),
    ("/figures", "/figures", ADMIN),
    ("/settings", "/settings", ADMIN),
    ("/settings/messages", "/settings/messages", ADMIN),
    ("/settings/numbers", "/settings/numbers", ADMIN),
    (
        "/settings/numbers/{sender}",
        "/settings/numbers/+12025550001",
        ADMIN,
    ),
    ("/opt-outs", "/opt-outs", ADMIN),
    ("/opt-outs/{id}", "/opt-outs/12025550150", ADMIN),
    ("/audit", "/audit", OWNER),
];

/// What is no page and no server function: method, route, an address of it, and whom it is for.
pub const REQUESTS: [(&str, &str, &str, Access); 27] = [
    ("GET", "/events", "/events?stream=a&topics=texts", TEXTER),
    (
        "GET",
        "/events",
        "/events?stream=a&topics=figures.requests",
        TEXTER,
    ),
    (
        "GET",
        "/events",
        "/events?stream=a&topics=requests",
        SUPERVOLUNTEER,
    ),
    (
        "GET",
        "/events",
        "/events?stream=a&topics=campaigns.1",
        ADMIN,
    ),
    (
        "GET",
        "/events",
        "/events?stream=a&topics=figures.assignment",
        ADMIN,
    ),
    ("GET", "/events", "/events?stream=a&topics=releases", ADMIN),
    ("POST", "/events/topics", "/events/topics", TEXTER),
    ("GET", "/media/{id}", "/media/1", TEXTER),
    ("GET", "/releases.csv", "/releases.csv", ADMIN),
    (
        "GET",
        "/releases/{id}/conversations.csv",
        "/releases/1/conversations.csv",
        ADMIN,
    ),
    (
        "GET",
        "/campaigns/{id}/contacts.csv",
        "/campaigns/1/contacts.csv",
        ADMIN,
    ),
    (
        "GET",
        "/campaigns/{id}/messages.csv",
        "/campaigns/1/messages.csv",
        ADMIN,
    ),
    (
        "GET",
        "/releases/conversations.csv",
        "/releases/conversations.csv",
        ADMIN,
    ),
    (
        "GET",
        "/campaigns/{id}/figures.csv",
        "/campaigns/1/figures.csv",
        ADMIN,
    ),
    (
        "GET",
        "/people/{id}/figures.csv",
        "/people/3/figures.csv",
        ADMIN,
    ),
    ("GET", "/figures.csv", "/figures.csv", ADMIN),
    ("GET", "/audit.csv", "/audit.csv", OWNER),
    ("GET", "/opt-outs.csv", "/opt-outs.csv", ADMIN),
    ("POST", "/opt-outs/import", "/opt-outs/import", ADMIN),
    (
        "POST",
        "/campaigns/{id}/contacts",
        "/campaigns/1/contacts",
        ADMIN,
    ),
    (
        "GET",
        "/campaigns/{id}/uploads/{upload}/progress",
        "/campaigns/1/uploads/1/progress",
        ADMIN,
    ),
    (
        "GET",
        "/review/actions/{id}/progress",
        "/review/actions/1/progress",
        SUPERVOLUNTEER,
    ),
    (
        "POST",
        "/webhooks/twilio",
        "/webhooks/twilio",
        Access::Anybody,
    ),
    (
        "POST",
        "/webhooks/twilio/status",
        "/webhooks/twilio/status",
        Access::Anybody,
    ),
    ("GET", "/health", "/health", Access::Anybody),
    (
        "GET",
        "/sentences/{file}",
        "/sentences/none.js",
        Access::Anybody,
    ),
    ("GET", "/pkg", "/pkg/none.js", Access::Anybody),
];
