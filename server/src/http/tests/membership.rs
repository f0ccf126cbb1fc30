//! Roles and suspensions, by the forms that change them.

use super::TestApp;
use super::refusals::snapshot;
use app::domain::{Role, Viewer};
use app::error::AppError;
use http::StatusCode;
use sqlx::PgPool;

fn role_form(member: &Viewer, was: Role, role: &str) -> String {
    format!("member={}&was={was}&role={role}", member.member)
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn an_admin_touches_no_owner_and_makes_none(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let owner = app.world.owner.clone();
    let (ann, admin) = (&app.world.ann, &app.world.admin);
    let cookie = app.sign_in(admin).await;
    let before = snapshot(&app.world).await;
    for (path, form) in [
        ("change-role", role_form(&owner, Role::Owner, "texter")),
        ("change-role", role_form(ann, Role::Texter, "owner")),
        ("change-role", role_form(admin, Role::Admin, "owner")),
        ("change-role", role_form(ann, Role::Texter, "suspended")),
        ("change-role", role_form(ann, Role::Texter, "boss")),
        (
            "suspend",
            format!("member={}&was=owner&release=true", owner.member),
        ),
        ("suspend", format!("member={}&was=admin", admin.member)),
        ("suspend", format!("member={}&was=nobody", ann.member)),
        ("lift-suspension", format!("member={}", ann.member)),
    ] {
        let path = format!("/api/people/{path}");
        let refused = app.call(&path, Some(&cookie), &form).await;
        let (status, error) = refused.refusal();
        assert_eq!(status, 422, "{path} {form}");
        assert!(matches!(error, Some(AppError::Invalid(_))), "{error:?}");
    }
    let stale = role_form(ann, Role::Supervolunteer, "admin");
    let refused = app.call("/api/people/change-role", Some(&cookie), &stale);
    assert_eq!(
        refused.await.refusal(),
        (409, Some(AppError::SavedMeanwhile))
    );
    assert_eq!(snapshot(&app.world).await, before);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_suspension_ends_sessions_and_leads_to_its_release_and_lifting_revives_none(
    pool: PgPool,
) {
    let app = TestApp::new(pool).await;
    let ann = app.world.ann.clone();
    let campaign = app.world.campaign().await;
    app.world.reply(campaign, &ann, 1).await;
    let (texter, admin) = (app.sign_in(&ann).await, app.sign_in(&app.world.admin).await);
    let page = format!("/people/{}/suspend", ann.member);
    let asked = app.get(&page, Some(&admin)).await.body;
    assert!(asked.contains("Assigned now: 1 reply."), "{asked}");
    let denies = "The request for texts that they are waiting for is denied.";
    assert!(!asked.contains(denies), "{asked}");
    app.world.pending_request(&ann, 5).await;
    let asked = app.get(&page, Some(&admin)).await.body;
    assert!(asked.contains(denies), "{asked}");
    let form = format!("member={}&was=texter&release=true", ann.member);
    let done = app.submit("/api/people/suspend", Some(&admin), &form).await;
    assert!(
        done.location().starts_with("/releases/"),
        "{}",
        done.location()
    );
    let history = app.get(done.location(), Some(&admin)).await.body;
    assert!(history.contains("Ann suspended"), "{history}");
    // To where the suspension is lifted.
    let link = format!(
        "<dt>Suspended</dt><dd><a href=\"/people/{}\">Ann</a>",
        ann.member
    );
    assert!(history.contains(&link), "{history}");
    assert!(
        app.get("/texts", Some(&texter))
            .await
            .location()
            .starts_with("/sign-in")
    );
    let csv = app.get("/releases.csv?by=hand", Some(&admin)).await.body;
    assert!(
        csv.contains("At a suspension,,held,") && csv.contains(",Ann,,0,"),
        "{csv}"
    );
    let lift = format!("member={}", ann.member);
    let lifted = app
        .submit("/api/people/lift-suspension", Some(&admin), &lift)
        .await;
    assert_eq!(
        lifted.location(),
        format!("/people/{}?done=lifted", ann.member)
    );
    assert!(
        app.get("/texts", Some(&texter))
            .await
            .location()
            .starts_with("/sign-in")
    );
    let anew = app.sign_in(&ann).await;
    assert_eq!(app.get("/texts", Some(&anew)).await.status, StatusCode::OK);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn who_steps_down_is_led_to_what_they_may_see(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let cookie = app.sign_in(&app.world.admin).await;
    let form = role_form(&app.world.admin, Role::Admin, "texter");
    let done = app
        .submit("/api/people/change-role", Some(&cookie), &form)
        .await;
    assert_eq!(done.location(), "/");
    assert_eq!(app.get("/people", Some(&cookie)).await.status, 403);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn what_was_left_with_somebody_suspended_is_released_from_their_page(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let ann = app.world.ann.clone();
    let reply = app.world.reply(app.world.campaign().await, &ann, 1).await;
    let admin = app.sign_in(&app.world.admin).await;
    let person = format!("/people/{}", ann.member);
    let link = format!("href=\"{person}/release\"");
    let shown = async |path: &str| app.get(path, Some(&admin)).await.body;
    assert!(!shown(&person).await.contains(&link), "not suspended");
    app.world.suspend(ann.member).await;
    let page = shown(&person).await;
    assert!(page.contains(&link), "{page}");
    let page = shown(&format!("{person}/release")).await;
    for said in [
        "Release what Ann holds",
        "Assigned now: 1 reply.",
        "For 10 minutes after the release",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let (path, form) = ("/api/people/release-held", format!("member={}", ann.member));
    let done = app.submit(path, Some(&admin), &form).await;
    let history = app.get(done.location(), Some(&admin)).await.body;
    assert!(history.contains("Ann suspended"), "{history}");
    assert_eq!(app.world.holder(reply).await, None);
    let again = app.submit(path, Some(&admin), &form).await;
    assert_eq!(again.location(), format!("{person}?done=held-nothing"));
    assert!(!shown(&person).await.contains(&link), "nothing is left");
}
