//! Who may not, must not: whatever the page shows, the server refuses, and nothing is written.

use super::TestApp;
use app::domain::{IdleInterval, ReleaseKind, ReleaseOrder};
use app::error::AppError;
use app::ports::{Releases, Tags, Teams};
use app::view_models::PreviewWords;
use leptos::server_fn::axum::server_fn_paths;
use server_store::testing::World;
use sqlx::PgPool;
use std::collections::BTreeSet;

const POLICY: &str = "policy[interval]=60&policy[only_within_texting_hours]=true";

/// Every server function with a valid form for it, by who may call it; in an order in which each finds
/// what it is about.
pub(super) const ADMINS: [(&str, &str); 18] = [
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
        "campaign=1&version=0&restricted=true&teams[0]=1",
    ),
    (
        "/api/campaigns/save-script",
        "campaign=1&version=1&script=Hi",
    ),
    ("/api/campaigns/launch", "campaign=2"),
    ("/api/teams/delete", "team=1"),
    ("/api/tags/create", "title=Press&escalation=true"),
    ("/api/tags/save", "tag=1&title=News"),
    ("/api/tags/delete", "tag=1"),
    (
        "/api/people/save-levels",
        "levels[0][member]=1&levels[0][was]=automatic&levels[0][level]=not_allowed",
    ),
];
pub(super) const DECIDERS: [(&str, &str); 2] = [
    ("/api/requests/approve", "request=1"),
    ("/api/requests/deny", "request=1&reason=Later"),
];
pub(super) const TEXTERS: [(&str, &str); 11] = [
    ("/api/requests/create", "pool=1&wanted=1"),
    ("/api/requests/cancel", ""),
    ("/api/requests/texter-home", ""),
    (
        "/api/conversations/send",
        "conversation=1&lease_epoch=0&body=Hello",
    ),
    ("/api/conversations/save-draft", "conversation=1&body=Hello"),
    ("/api/conversations/tag", "conversation=1&lease_epoch=0"),
    ("/api/conversations/opt-out", "conversation=1"),
    ("/api/conversations/watch", "conversation=1"),
    ("/api/releases/mine", ""),
    ("/api/releases/undo", "release=1"),
    ("/api/releases/dismiss-notices", "up_to=1"),
];
pub(super) const ANYBODY: [&str; 2] = ["/api/session/sign-in", "/api/session/sign-out"];

/// Everything that a refused call could have written.
async fn written(world: &World) -> String {
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
                (select string_agg(t::text, ',' order by t.id) from team t), (select count(*) from team_member),
                (select count(*) from team_campaign), (select string_agg(t::text, ',' order by t.id) from tag t),
                (select count(*) from assignment_event), (select count(*) from conversation_tag),
                (select string_agg(q::text, ',' order by q.id) from assignment_request q), (select count(*) from opt_out))",
    )
    .fetch_one(&world.store.pool)
    .await
    .unwrap()
}

#[test]
fn every_server_function_is_known_to_these_tests() {
    let known: BTreeSet<String> = ADMINS
        .iter()
        .chain(&DECIDERS)
        .chain(&TEXTERS)
        .map(|(path, _)| *path)
        .chain(ANYBODY)
        .map(str::to_owned)
        .collect();
    let registered: BTreeSet<String> = server_fn_paths().map(|(path, _)| path.to_owned()).collect();
    assert_eq!(registered, known);
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
    let supervolunteer = app.world.member(app::domain::Role::Supervolunteer).await;
    let before = written(&app.world).await;
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
            "/campaigns/release",
            "/releases",
            "/assignment",
            "/teams",
            "/teams/1",
            "/teams/1/delete",
            "/tags",
            "/tags/1",
            "/people",
        ] {
            let answer = app.get(path, Some(&cookie)).await;
            assert_eq!(answer.status, 403, "{path}");
        }
        for path in [
            "/events/campaigns?ids=1",
            "/events/figures?of=assignment",
            "/events/releases",
            "/releases.csv",
        ] {
            assert_eq!(app.get(path, Some(&cookie)).await.status, 403, "{path}");
        }
    }
    // The badge in the head is for those who decide.
    let texter = app.sign_in(&app.world.ann).await;
    let badge = "/events/figures?of=requests";
    assert_eq!(app.get(badge, Some(&texter)).await.status, 403);
    assert_eq!(written(&app.world).await, before);
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
    assert_ne!(written(&app.world).await, before);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_texter_is_refused_by_everything_for_those_who_decide(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let request = app.world.pending_request(&app.world.ben, 5).await;
    let before = written(&app.world).await;
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
    for path in ["/requests", "/events/requests"] {
        assert_eq!(app.get(path, Some(&cookie)).await.status, 403, "{path}");
    }
    assert_eq!(written(&app.world).await, before);
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
    assert_ne!(written(&app.world).await, before);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn nobody_and_a_forged_session_are_refused_by_everything(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let campaign = app.world.campaign().await;
    app.world.reply(campaign, &app.world.ann, 300).await;
    let before = written(&app.world).await;
    let forged = [
        "baton_session=AAAAAAAAAAAAAAAAAAAAAA",
        "baton_session=1",
        "baton_session=' or 1=1 --",
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
            "/campaigns",
            "/campaigns/1",
            "/releases",
            "/requests",
            "/assignment",
            "/teams",
            "/teams/1",
            "/tags",
            "/people",
        ] {
            assert_eq!(
                app.get(path, cookie).await.location(),
                "/sign-in",
                "{path} {cookie:?}"
            );
        }
        for path in [
            "/events/campaigns?ids=1",
            "/events/texts",
            "/events/figures?of=requests",
            "/events/releases",
            "/events/requests",
            "/releases.csv",
        ] {
            assert_eq!(app.get(path, cookie).await.status, 401, "{path} {cookie:?}");
        }
    }
    assert_eq!(written(&app.world).await, before);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn another_organizations_ids_do_not_exist(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let campaign = world.campaign().await;
    let held = world.reply(campaign, &world.ann, 300).await;
    let pooled = world.pooled(campaign, 300).await;
    let theirs = world.reply(campaign, &world.ben, 300).await;
    let order = ReleaseOrder::on_campaign(
        campaign,
        ReleaseKind::Replies,
        IdleInterval::ONE_HOUR,
        false,
    );
    let release = world
        .store
        .start(&world.admin, order)
        .await
        .unwrap()
        .release;
    world.store.undo(&world.admin, release).await.unwrap();
    let running = world
        .store
        .start(&world.admin, order)
        .await
        .unwrap()
        .release;
    world
        .execute(format!(
            "update release set state = 'running', finished_at = null where id = {running}"
        ))
        .await;
    assert_eq!(world.holder(theirs).await, Some(world.ben.member));
    let team = world
        .store
        .create_team(&world.admin, "Legal", 10)
        .await
        .unwrap();
    let tag = world
        .store
        .create_tag(&world.admin, "Press", true)
        .await
        .unwrap();
    let request = world.pending_request(&world.ben, 1).await;
    let app = TestApp::new(pool).await;
    let before = written(&world).await;
    let admin = app.sign_in(&app.world.admin).await;
    for path in [
        format!("/texts/{held}"),
        format!("/texts/{pooled}"),
        format!("/campaigns/{campaign}"),
        format!("/releases/{release}"),
        format!("/teams/{team}"),
        format!("/teams/{team}/delete"),
        format!("/tags/{tag}"),
    ] {
        assert_eq!(app.get(&path, Some(&admin)).await.status, 404, "{path}");
    }
    for (path, form) in [
        (
            "/api/requests/create",
            format!("pool={}&wanted=5", world.general),
        ),
        (
            "/api/conversations/send",
            format!("conversation={held}&lease_epoch=0&body=Hello"),
        ),
        (
            "/api/conversations/send",
            format!("conversation={pooled}&lease_epoch=0&body=Hello"),
        ),
        (
            "/api/conversations/save-draft",
            format!("conversation={held}&body=Hello"),
        ),
        (
            "/api/conversations/tag",
            format!("conversation={held}&lease_epoch=0"),
        ),
        ("/api/requests/approve", format!("request={request}")),
        ("/api/requests/deny", format!("request={request}")),
        ("/api/conversations/opt-out", format!("conversation={held}")),
        ("/api/conversations/watch", format!("conversation={held}")),
        (
            "/api/releases/preview",
            format!("{POLICY}&campaign={campaign}"),
        ),
        (
            "/api/releases/start",
            format!("{POLICY}&campaign={campaign}"),
        ),
        (
            "/api/releases/start",
            format!("{POLICY}&campaign={campaign}&kind=unsent"),
        ),
        ("/api/releases/progress", format!("release={running}")),
        ("/api/releases/cancel", format!("release={running}")),
        ("/api/releases/undo", format!("release={release}")),
        (
            "/api/campaigns/save-autoassign",
            format!("campaign={campaign}&version=0&auto_assign=true"),
        ),
        (
            "/api/assignment/save",
            format!(
                "version=0&requests_enabled=true&default_approval_level=automatic\
                 &pools[0][pool]={}&pools[0][kind]=replies&pools[0][max_per_request]=1",
                world.general
            ),
        ),
        (
            "/api/teams/save",
            format!("team={team}&title=Ours&priority=1"),
        ),
        (
            "/api/teams/change",
            format!("team={team}&member={}&add=true", world.ann.member),
        ),
        ("/api/teams/delete", format!("team={team}")),
        ("/api/tags/save", format!("tag={tag}&title=Ours")),
        ("/api/tags/delete", format!("tag={tag}")),
        (
            "/api/people/save-levels",
            format!(
                "levels[0][member]={}&levels[0][was]=automatic&levels[0][level]=not_allowed",
                world.ann.member
            ),
        ),
        (
            "/api/campaigns/save-script",
            format!("campaign={campaign}&version=0&script=Ours"),
        ),
        (
            "/api/campaigns/save-teams",
            format!("campaign={campaign}&version=0"),
        ),
        ("/api/campaigns/launch", format!("campaign={campaign}")),
    ] {
        let answer = app.call(path, Some(&admin), &form).await;
        assert_eq!(answer.refusal(), (404, Some(AppError::NotFound)), "{path}");
    }
    let preview = app
        .call("/api/releases/preview", Some(&admin), POLICY)
        .await;
    let preview: PreviewWords = preview.decoded().unwrap();
    assert_eq!(preview.many, "No replies");
    let csv = app.get("/releases.csv", Some(&admin)).await;
    assert_eq!(csv.body.lines().count(), 1, "{}", csv.body);
    assert_eq!(written(&world).await, before);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn an_interval_that_does_not_exist_is_refused_and_nothing_is_written(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let campaign = app.world.campaign().await;
    app.world.reply(campaign, &app.world.ann, 300).await;
    let before = written(&app.world).await;
    let admin = app.sign_in(&app.world.admin).await;
    for interval in ["0", "-60", "4", "10081", "", "abc", "NaN", "1e9", "60.5"] {
        let answer = app
            .call(
                "/api/releases/start",
                Some(&admin),
                &format!("policy[interval]={interval}"),
            )
            .await;
        assert_eq!(answer.status, 422, "{interval}: {}", answer.body);
    }
    assert_eq!(written(&app.world).await, before);
    for minutes in [0, -1, 4, 10_081] {
        let insert = sqlx::query(
            "insert into release (organization_id, scope, actor_id, interval_minutes, include_team_restricted,
                                  only_within_texting_hours, include_auto_assign_off, clock)
             values ($1, 'everywhere', $2, $3, false, true, false, now())",
        )
        .bind(app.world.organization.0)
        .bind(app.world.admin.member.0)
        .bind(minutes)
        .execute(&app.world.store.pool)
        .await;
        assert!(
            insert
                .unwrap_err()
                .into_database_error()
                .unwrap()
                .is_check_violation(),
            "{minutes}"
        );
    }
}
