//! Server functions, by role.

use super::rows::rows;
use super::table::{Access, functions};
use super::{ROLES, cookie_of, suspended};
use crate::http::tests::TestApp;
use crate::http::tests::refusals::ANYBODY;
use app::api::least_role;
use app::domain::Role;
use app::error::AppError;
use server_store::testing::World;
use sqlx::PgPool;

/// The fields that name something of an organization.
const NAMING: [&str; 10] = [
    "campaign=",
    "conversation=",
    "text=",
    "release=",
    "team=",
    "tag=",
    "member",
    "invite=",
    "request=",
    "pool",
];

/// An organization with what the valid forms change: a campaign with a reply that is held and a first text that is
/// not sent, a draft, an archived one, a file for each of the first two, a request that waits,
/// and texts that belong to no conversation.
async fn scene(pool: PgPool) -> TestApp {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let campaign = world.campaign().await;
    world.reply(campaign, &world.ann, 300).await;
    let draft = world.campaign().await;
    world.reply(draft, &world.ann, 300).await;
    world
        .change_campaign(draft, "started_at = null, script = 'Hi'")
        .await;
    let archived = world.campaign().await;
    world.reply(archived, &world.ann, 300).await;
    world.change_campaign(archived, "archived_at = now()").await;
    world.unsent(campaign, &world.ann).await;
    let file = "firstName,lastName,cell\nAda,Byron,2125550177\n";
    world.upload(campaign, file).await;
    world.upload(draft, file).await;
    world.pending_request(&world.ben, 5).await;
    world.unmatched_text("SM1", "72345", "Your code").await;
    world
        .unmatched_text("SM2", "+13035550101", "Who is this?")
        .await;
    app
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_is_not_for_a_role_is_refused_and_writes_nothing(pool: PgPool) {
    let app = scene(pool).await;
    let mut viewers = vec![(None, None), (None, Some(suspended(&app).await))];
    for role in ROLES {
        viewers.push((Some(role), Some(cookie_of(&app, role).await)));
    }
    let before = rows(&app.world, None).await;
    for (role, cookie) in &viewers {
        for (path, form, access) in functions() {
            if access.allows(*role) {
                continue;
            }
            let expected = match role {
                Some(_) => (403, Some(AppError::NotAllowed)),
                None => (401, Some(AppError::SignedOut)),
            };
            // What is wrong with a form is not for them either.
            for form in [form, "campaign=x&levels[0]=%"] {
                let refusal = app.call(path, cookie.as_deref(), form).await.refusal();
                assert_eq!(refusal, expected, "{path} {role:?} {form}");
            }
        }
    }
    assert_eq!(rows(&app.world, None).await, before);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_form_that_cannot_be_read_leads_who_may_not_back_with_the_same_refusal(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let ann = app.sign_in(&app.world.ann).await;
    let answers = [
        app.submit("/api/teams/create", Some(&ann), "title=Legal&priority=1")
            .await,
        app.submit("/api/teams/create", Some(&ann), "nothing=here")
            .await,
    ];
    let [refused, unreadable] = answers.map(|answer| (answer.status, answer.location().to_owned()));
    assert_eq!(refused, unreadable);
    assert!(refused.1.starts_with("/where-it-was?"), "{}", refused.1);
}

#[test]
fn the_server_refuses_by_the_same_table() {
    let of = |path| least_role(path).map_or(Access::Anybody, Access::AtLeast);
    for (path, _, access) in functions() {
        assert_eq!(of(path), access, "{path}");
    }
    for path in ANYBODY {
        assert_eq!(of(path), Access::Anybody, "{path}");
    }
}

/// Each in an organization of its own, so that each finds what the forms change.
async fn is_allowed(pool: PgPool, role: Role) {
    let app = scene(pool).await;
    let viewer = app.world.member(role).await;
    let mut cookie = app.sign_in(&viewer).await;
    for (path, form, access) in functions() {
        if !access.allows(Some(role)) {
            continue;
        }
        let answer = app.call(path, Some(&cookie), form).await;
        // The others are in `allowed.rs`, in a scene of their own.
        let is_for_admins = access == Access::AtLeast(Role::Admin);
        assert!(
            ![401, 403].contains(&answer.status.as_u16())
                && !answer.status.is_server_error()
                && (answer.status.is_success() || !is_for_admins),
            "{path} {role}: {} {}",
            answer.status,
            answer.body
        );
        // The password is changed, another organization chosen, or the session ended.
        if let Some(changed) = answer.cookie() {
            cookie = changed;
        }
        if path == "/api/session/sign-out-everywhere" {
            cookie = app.sign_in(&viewer).await;
        }
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_is_for_texters_is_allowed_to_them(pool: PgPool) {
    is_allowed(pool, Role::Texter).await;
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_is_for_supervolunteers_is_allowed_to_them(pool: PgPool) {
    is_allowed(pool, Role::Supervolunteer).await;
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_is_for_admins_is_allowed_to_them(pool: PgPool) {
    is_allowed(pool, Role::Admin).await;
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn everything_is_allowed_to_an_owner(pool: PgPool) {
    is_allowed(pool, Role::Owner).await;
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn the_owner_of_another_organization_finds_and_changes_nothing_here(pool: PgPool) {
    let app = scene(pool.clone()).await;
    // What the forms name by number is there.
    let admin = cookie_of(&app, Role::Admin).await;
    for (path, form) in [
        ("/api/releases/start", super::super::refusals::POLICY),
        ("/api/teams/create", "title=Legal&priority=10"),
        ("/api/tags/create", "title=Press&escalation=true"),
        ("/api/invites/create", "role=texter&days=7&uses=1"),
    ] {
        let made = app.call(path, Some(&admin), form).await;
        assert!(made.status.is_success(), "{path}: {}", made.body);
    }
    let elsewhere = TestApp::of(World::new(pool).await);
    let owner = elsewhere.world.member(Role::Owner).await;
    let mut cookie = elsewhere.sign_in(&owner).await;
    let here = Some(app.world.organization.0);
    let before = rows(&app.world, here).await;
    for (path, form, _) in functions() {
        let answer = app.call(path, Some(&cookie), form).await;
        if NAMING.iter().any(|field| form.contains(field)) {
            assert!(
                answer.status.is_client_error(),
                "{path}: {} {}",
                answer.status,
                answer.body
            );
        }
        if let Some(changed) = answer.cookie() {
            cookie = changed;
        }
        if path == "/api/session/sign-out-everywhere" {
            cookie = elsewhere.sign_in(&owner).await;
        }
        assert_eq!(rows(&app.world, here).await, before, "{path}");
    }
}
