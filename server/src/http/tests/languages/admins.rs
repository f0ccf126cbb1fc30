//! An admin who reads Spanish.

use super::english::in_both_languages;
use crate::http::tests::{Answer, TestApp};
use app::domain::Role;
use server_store::testing::World;
use sqlx::PgPool;

/// What an admin reads, page by page, with what each form is refused for.
async fn pages(app: &TestApp, session: &str, paths: &[String]) -> Vec<(String, Answer)> {
    let mut pages = Vec::new();
    for path in paths {
        let page = app.get_after_form(path, session).await;
        pages.push((path.clone(), page));
    }
    for (path, form) in [
        ("/api/teams/create", "title="),
        ("/api/tags/create", "title="),
        ("/api/tags/save", "tag=1&title="),
        ("/api/releases/start", "policy[interval]=1"),
    ] {
        pages.push((path.to_owned(), app.refused(session, path, form).await));
    }
    pages
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn an_admin_meets_no_english_who_reads_spanish(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let tag = world.escalation_tag("Legal").await;
    let team = world.team_for("Legal", &[tag], &[&world.ann]).await;
    let reply = world.reply(campaign, &world.ann, 60).await;
    let unsent = world.unsent(campaign, &world.ann).await;
    let upload = world.upload(campaign, "x\n2\n").await;
    world.pooled(campaign, 90).await;
    world.pending_request(&world.ben, 5).await;
    world.unmatched_text("A", "+13035550101", "Hola").await;
    world.unmatched_text("B", "", "Hola").await;
    let past = world.campaign().await;
    let archived = world.reply(past, &world.ann, 50).await;
    world.change_campaign(past, "archived_at = now()").await;
    let app = TestApp::of(world);
    let session = app.sign_in(&app.world.admin).await;
    let started = app
        .submit("/api/releases/start", Some(&session), "policy[interval]=30")
        .await;
    assert_eq!(started.status, 302, "{}", started.body);
    let form = format!("back=/review&change=close&conversations[0]={reply}");
    let prepared = app
        .submit("/api/reviews/prepare-bulk", Some(&session), &form)
        .await;
    assert_eq!(prepared.status, 302, "{}", prepared.body);
    let form = "role=texter&level=&days=30&uses=25";
    let link = app
        .submit("/api/invites/create", Some(&session), form)
        .await;
    assert_eq!(link.status, 302, "{}", link.body);
    let form = "numbers=202+555+0150";
    app.call("/api/opt-outs/add", Some(&session), form).await;
    let mut paths: Vec<_> = [
        "/campaigns",
        "/campaigns?tab=drafts&overdue=yes&done=archive&changed=0&left=1.somebody_waits&left=999.not_found",
        "/campaigns/release",
        "/campaigns/release?kind=unsent",
        "/campaigns/999",
        "/requests",
        "/releases",
        "/assignment",
        "/teams",
        "/tags",
        "/people",
        "/settings",
        "/settings/messages",
        "/settings/numbers",
        "/settings/numbers/+12025550001",
        "/unanswerable",
        "/escalated",
        "/unmatched",
        "/unmatched?all=1",
        "/unmatched/move?text=simulated-A",
        "/unmatched/move?text=simulated-A&q=nobody",
        "/review",
        "/review?status=closed",
        "/figures",
        "/opt-outs",
        "/opt-outs/12025550150",
        "/people/invites",
        "/people/invites/new",
        "/campaigns/new",
    ]
    .map(str::to_owned)
    .into();
    for path in [
        "",
        "/release?kind=replies",
        "/release?kind=unsent",
        "/autoassign",
        "/figures",
        "/second-pass",
        "/unmessaged",
    ] {
        paths.push(format!("/campaigns/{campaign}{path}"));
    }
    for change in ["auto_assign_on", "auto_assign_off", "autoassign", "archive"] {
        paths.push(format!(
            "/campaigns/chosen?change={change}&campaigns={campaign}"
        ));
        paths.push(format!(
            "/campaigns?done={change}&changed=1&left={campaign}.already&left={campaign}.not_now&left={campaign}.saved_meanwhile"
        ));
    }
    for path in [
        "/contacts",
        "/contacts?q=nobody",
        &format!("/contacts/{unsent}"),
        &format!("/uploads/{upload}"),
    ] {
        paths.push(format!("/campaigns/{campaign}{path}"));
    }
    paths.push(started.location().to_owned());
    for path in ["", "/delete"] {
        paths.push(format!("/teams/{team}{path}"));
    }
    paths.push(format!(
        "/teams/{team}/remove?member={}",
        app.world.ann.member
    ));
    paths.push(format!("/tags/{tag}"));
    for path in ["", "/figures", "/suspend", "/release", "/password-link"] {
        paths.push(format!("/people/{}{path}", app.world.ann.member));
    }
    paths.push(format!("/review?open={reply}"));
    paths.push(format!("/texts/{archived}/move"));
    paths.push(prepared.location().to_owned());
    paths.push(link.location().to_owned());
    in_both_languages(&app, &session, async || pages(&app, &session, &paths).await).await;
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn an_owner_reads_the_audit_log_in_spanish(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let tag = world.escalation_tag("Legal").await;
    world.team_for("Legal", &[tag], &[&world.ann]).await;
    world.suspend(world.ben.member).await;
    world.lift(world.ben.member).await;
    world.set_role(world.ben.member, Role::Supervolunteer).await;
    world
        .change_rules(|rules| rules.most_texts_per_day = Some(50))
        .await;
    world
        .change_settings(|settings| settings.name = "Votar".to_owned())
        .await;
    let session = app.sign_in(&world.owner).await;
    let exported = app.get("/releases/conversations.csv", Some(&session)).await;
    assert_eq!(exported.status, 200);
    in_both_languages(&app, &session, async || {
        let mut pages = Vec::new();
        for path in ["/audit", "/audit?action=tag_created", "/audit?person=x"] {
            pages.push((path.to_owned(), app.get(path, Some(&session)).await));
        }
        pages
    })
    .await;
    let page = app.get("/audit", Some(&session)).await.body;
    assert!(page.contains("con sus conversaciones"), "{page}");
}
