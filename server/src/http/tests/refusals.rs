//! Authorization of every server function, page and stream, by role: what is refused writes nothing. A server function
//! that is missing in the lists fails the first test.

use super::TestApp;
use app::error::AppError;
use leptos::server_fn::axum::server_fn_paths;
use server_store::testing::World;
use sqlx::PgPool;
use std::collections::BTreeSet;

pub(super) const POLICY: &str = "policy[interval]=60&policy[only_within_texting_hours]=true";

/// The server functions for admins, each with a valid form, in an order in which each finds the rows that it changes.
pub(super) const ADMINS: [(&str, &str); 36] = [
    ("/api/campaigns/get-autoassign", "campaign=1"),
    ("/api/releases/preview", POLICY),
    ("/api/releases/start", POLICY),
    ("/api/releases/progress", "release=1"),
    ("/api/releases/cancel", "release=1"),
    (
        "/api/campaigns/save-autoassign",
        "campaign=1&version=0&auto_assign=true&auto_release=true&interval=30",
    ),
    (
        "/api/assignment/save",
        "version=0&requests_enabled=true&default_approval_level=automatic\
         &pools[0][pool]=1&pools[0][enabled]=true&pools[0][kind]=replies&pools[0][max_per_request]=25",
    ),
    ("/api/teams/create", "title=Legal&priority=10"),
    ("/api/teams/save", "team=1&title=Legal&priority=20"),
    ("/api/teams/change", "team=1&member=1&add=true"),
    (
        "/api/campaigns/save-teams",
        "campaign=1&version=0&restricted=true&teams[0]=1&confirmed=true",
    ),
    (
        "/api/campaigns/save-script",
        "campaign=1&version=1&script=Hi",
    ),
    (
        "/api/campaigns/create",
        "title=Town+hall&texting_from=09:00&texting_until=21:00&time_zone=America/New_York",
    ),
    (
        "/api/campaigns/save-basics",
        "campaign=1&version=2&title=Town+hall&texting_from=09:00&texting_until=21:00&time_zone=America/New_York",
    ),
    ("/api/campaigns/launch", "campaign=2"),
    ("/api/campaigns/archive", "campaign=2&confirmed=true"),
    ("/api/campaigns/unarchive", "campaign=2"),
    ("/api/conversations/move", "conversation=3&campaign=1"),
    ("/api/teams/delete", "team=1&confirmed=true"),
    ("/api/tags/create", "title=Press&escalation=true"),
    ("/api/tags/save", "tag=1&title=News"),
    ("/api/tags/delete", "tag=1"),
    ("/api/people/password-link", "member=2"),
    (
        "/api/people/save-levels",
        "levels[0][member]=1&levels[0][was]=automatic&levels[0][level]=not_allowed",
    ),
    ("/api/invites/create", "role=texter&days=7&uses=1"),
    ("/api/invites/send", "invite=1&addresses=ann%40example.org"),
    ("/api/invites/revoke", "invite=1"),
    (
        "/api/people/change-role",
        "member=3&was=texter&role=supervolunteer",
    ),
    (
        "/api/people/suspend",
        "member=3&was=supervolunteer&release=true",
    ),
    ("/api/people/lift-suspension", "member=3"),
    (
        "/api/settings/save",
        "version=0&name=Vote&texting_from=09:00&texting_until=21:00&time_zone=America/Chicago",
    ),
    (
        "/api/numbers/add",
        "number=(202)+555-0199&service=simulated",
    ),
    ("/api/numbers/try", "number=%2B12025550199"),
    ("/api/numbers/take-out-of-use", "number=%2B12025550199"),
    ("/api/numbers/use-again", "number=%2B12025550199"),
    ("/api/numbers/save-region", "region=MX"),
];
/// The server functions for those who decide on requests.
pub(super) const DECIDERS: [(&str, &str); 2] = [
    ("/api/requests/approve", "request=1"),
    ("/api/requests/deny", "request=1&reason=Later"),
];
/// The server functions for every member.
pub(super) const TEXTERS: [(&str, &str); 16] = [
    ("/api/requests/create", "pool=1&wanted=1"),
    ("/api/requests/cancel", ""),
    ("/api/requests/texter-home", ""),
    (
        "/api/conversations/send",
        "conversation=1&lease_epoch=0&body=Hello",
    ),
    ("/api/conversations/save-draft", "conversation=1&body=Hello"),
    ("/api/conversations/tag", "conversation=1&lease_epoch=0"),
    ("/api/conversations/opt-out", "conversation=1&goodbye=true"),
    ("/api/conversations/watch", "conversation=1"),
    ("/api/releases/mine", ""),
    ("/api/releases/undo", "release=1"),
    ("/api/releases/dismiss-notices", "up_to=1"),
    ("/api/account/rename", "name=Ann"),
    (
        "/api/session/change-password",
        "current=the+old+one&new=tall+otter+paints+nine",
    ),
    ("/api/session/sign-out-everywhere", ""),
    ("/api/session/choose-organization", "organization=1"),
    ("/api/session/join-as", "token=abcdefghijklmnopqrstuvwx"),
];
/// The server functions without a session.
pub(super) const ANYBODY: [&str; 7] = [
    "/api/session/sign-in",
    "/api/session/join",
    "/api/session/sign-out",
    "/api/session/language",
    "/api/session/choose-password",
    "/api/session/forgotten-password",
    "/api/session/set-up",
];

/// The content of all tables that a refused call could have changed.
pub(super) async fn snapshot(world: &World) -> String {
    sqlx::query_scalar(
        "select concat_ws(' | ',
                (select string_agg(c::text, ',' order by c.id) from conversation c),
                (select count(*) from message), (select count(*) from outbox), (select count(*) from draft),
                (select string_agg(r::text, ',' order by r.id) from release r),
                (select string_agg(n::text, ',' order by n.release_id) from release_notice n),
                (select string_agg(ca::text, ',' order by ca.id) from campaign ca),
                (select string_agg(o::text, ',' order by o.id) from organization o),
                (select string_agg(p::text, ',' order by p.id) from pool p),
                (select string_agg(m::text, ',' order by m.id) from member m),
                (select string_agg(a.name, ',' order by a.id) from account a),
                (select string_agg(t::text, ',' order by t.id) from team t), (select count(*) from team_member),
                (select count(*) from team_campaign), (select string_agg(t::text, ',' order by t.id) from tag t),
                (select count(*) from assignment_event), (select count(*) from conversation_tag),
                (select string_agg(q::text, ',' order by q.id) from assignment_request q), (select count(*) from opt_out),
                (select string_agg(i::text, ',' order by i.id) from invite i), (select count(*) from invite_team),
                (select string_agg(r::text, ',' order by r.account_id) from password_reset r), (select count(*) from mail),
                (select string_agg(s::text, ',' order by s.number) from sending_number s), (select count(*) from audit_event))",
    )
    .fetch_one(&world.store.pool)
    .await
    .unwrap()
}

#[test]
fn every_server_function_is_known_to_these_tests() {
    let listed: BTreeSet<String> = ADMINS
        .iter()
        .chain(&DECIDERS)
        .chain(&TEXTERS)
        .map(|(path, _)| *path)
        .chain(ANYBODY)
        .map(str::to_owned)
        .collect();
    let registered: BTreeSet<String> = server_fn_paths().map(|(path, _)| path.to_owned()).collect();
    assert_eq!(registered, listed);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_texter_is_refused_by_every_function_for_admins(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let campaign = app.world.campaign().await;
    app.world.reply(campaign, &app.world.ann, 300).await;
    let draft = app.world.campaign().await;
    app.world.reply(draft, &app.world.ann, 300).await;
    app.world
        .change_campaign(draft, "started_at = null, script = 'Hi'")
        .await;
    let archived = app.world.campaign().await;
    app.world.reply(archived, &app.world.ann, 300).await;
    app.world
        .change_campaign(archived, "archived_at = now()")
        .await;
    let supervolunteer = app.world.member(app::domain::Role::Supervolunteer).await;
    let before = snapshot(&app.world).await;
    for viewer in [&app.world.ann, &supervolunteer] {
        let cookie = app.sign_in(viewer).await;
        for (path, form) in ADMINS {
            let answer = app.call(path, Some(&cookie), form).await;
            assert_eq!(
                answer.refusal(),
                (403, Some(AppError::NotAllowed)),
                "{path}"
            );
        }
        for path in [
            "/campaigns",
            "/campaigns/1",
            "/campaigns/new",
            "/campaigns/release",
            "/releases",
            "/assignment",
            "/teams",
            "/teams/1",
            "/teams/1/delete",
            "/tags",
            "/tags/1",
            "/people",
            "/people/invites",
            "/people/invites/new",
            "/people/invites/1",
            "/people/1",
            "/people/3/suspend",
            "/people/2/password-link",
            "/settings",
            "/settings/numbers",
            "/unanswerable",
            "/texts/3/move",
            "/audit",
        ] {
            let answer = app.get(path, Some(&cookie)).await;
            assert_eq!(answer.status, 403, "{path}");
        }
        for path in [
            "/events?stream=a&topics=campaigns.1",
            "/events?stream=a&topics=figures.assignment",
            "/events?stream=a&topics=releases",
            "/releases.csv",
            "/audit.csv",
        ] {
            assert_eq!(app.get(path, Some(&cookie)).await.status, 403, "{path}");
        }
    }
    // The badge in the head is for those who decide.
    let texter = app.sign_in(&app.world.ann).await;
    let badge = "/events?stream=a&topics=figures.requests";
    assert_eq!(app.get(badge, Some(&texter)).await.status, 403);
    assert_eq!(snapshot(&app.world).await, before);
    // The forms are valid: an admin's call of the same goes through.
    let admin = app.sign_in(&app.world.admin).await;
    for (path, form) in ADMINS {
        let answer = app.call(path, Some(&admin), form).await;
        assert!(
            answer.status.is_success(),
            "{path}: {} {}",
            answer.status,
            answer.body
        );
    }
    assert_ne!(snapshot(&app.world).await, before);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_texter_is_refused_by_everything_for_those_who_decide(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let request = app.world.pending_request(&app.world.ben, 5).await;
    let before = snapshot(&app.world).await;
    let cookie = app.sign_in(&app.world.ann).await;
    for (path, form) in DECIDERS {
        let form = form.replace("request=1", &format!("request={request}"));
        let answer = app.call(path, Some(&cookie), &form).await;
        assert_eq!(
            answer.refusal(),
            (403, Some(AppError::NotAllowed)),
            "{path}"
        );
    }
    for path in ["/requests", "/events?stream=a&topics=requests"] {
        assert_eq!(app.get(path, Some(&cookie)).await.status, 403, "{path}");
    }
    assert_eq!(snapshot(&app.world).await, before);
    // The forms are valid: a supervolunteer's call of the same goes through.
    let vera = app.world.member(app::domain::Role::Supervolunteer).await;
    let cookie = app.sign_in(&vera).await;
    let denied = app
        .call(
            "/api/requests/deny",
            Some(&cookie),
            &format!("request={request}&reason=Later"),
        )
        .await;
    assert_eq!(denied.status, 200, "{}", denied.body);
    assert_ne!(snapshot(&app.world).await, before);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn nobody_a_forged_session_and_a_suspended_admin_are_refused_by_everything(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let campaign = app.world.campaign().await;
    app.world.reply(campaign, &app.world.ann, 300).await;
    let admin = app.world.admin.clone();
    let suspended = app.sign_in(&admin).await;
    app.world
        .execute(format!(
            "update member set role = 'suspended' where id = {}",
            admin.member
        ))
        .await;
    let before = snapshot(&app.world).await;
    let forged = [
        "baton_session=AAAAAAAAAAAAAAAAAAAAAA",
        "baton_session=1",
        "baton_session=' or 1=1 --",
        &suspended,
    ];
    for cookie in forged.into_iter().map(Some).chain([None]) {
        for (path, form) in ADMINS.iter().chain(&DECIDERS).chain(&TEXTERS) {
            let answer = app.call(path, cookie, form).await;
            assert_eq!(
                answer.refusal(),
                (401, Some(AppError::SignedOut)),
                "{path} {cookie:?}"
            );
        }
        for path in [
            "/",
            "/texts",
            "/texts/1",
            "/texts/past",
            "/texts/1/move",
            "/texts/1/opt-out",
            "/unanswerable",
            "/campaigns",
            "/campaigns/1",
            "/releases",
            "/requests",
            "/assignment",
            "/teams",
            "/teams/1",
            "/tags",
            "/people",
            "/people/invites",
            "/people/invites/new",
            "/people/invites/1",
            "/people/1",
            "/people/1/suspend",
            "/people/2/password-link",
            "/settings",
            "/settings/numbers",
            "/account",
            "/audit",
        ] {
            let location = app.get(path, cookie).await.location().to_owned();
            // Nothing is asked for by the start page.
            let expected = match path {
                "/" => "/sign-in".to_owned(),
                path => format!("/sign-in?next={}", path.replace('/', "%2F")),
            };
            assert_eq!(location, expected, "{path} {cookie:?}");
        }
        for path in [
            "/events?stream=a&topics=campaigns.1",
            "/events?stream=a&topics=texts",
            "/events?stream=a&topics=figures.requests",
            "/events?stream=a&topics=releases",
            "/events?stream=a&topics=requests",
            "/releases.csv",
            "/audit.csv",
        ] {
            assert_eq!(app.get(path, cookie).await.status, 401, "{path} {cookie:?}");
        }
    }
    assert_eq!(snapshot(&app.world).await, before);
}
