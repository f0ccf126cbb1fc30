//! Forms that say what their page was opened with: what somebody else has saved since stays.

use super::TestApp;
use app::domain::TagId;
use app::error::AppError;
use app::ports::{TagBasics, Tags, TeamBasics, Teams};
use server_store::testing::World;
use sqlx::PgPool;

/// Assignment Control, but for the limits.
const RULES: &str = "requests_enabled=true&default_approval_level=automatic";

/// A hidden field, as the page has it.
fn hidden(name: &str, value: &str) -> String {
    format!(r#"<input type="hidden" name="{name}" value="{value}""#)
}

/// What a hidden field of a page says.
fn opened_with(page: &str, name: &str) -> String {
    let start = format!(r#"<input type="hidden" name="{name}" value=""#);
    let (_, rest) = page.split_once(&start).expect(name);
    rest.split('"').next().unwrap().to_owned()
}

/// The refusals of an older form: as an island's call, and as the page that it leads to.
async fn refuses(app: &TestApp, cookie: &str, path: &str, form: &str) -> String {
    let refused = app.call(path, Some(cookie), form).await;
    let expected = (409, Some(AppError::SavedMeanwhile));
    assert_eq!(refused.refusal(), expected, "{path} {form}");
    let refused = app.submit(path, Some(cookie), form).await;
    let page = app.follow(&refused, cookie).await.body;
    assert!(page.contains("Someone else saved these settings"), "{page}");
    page
}

/// The owner makes a tag escalate, which an admin has open.
async fn escalate(world: &World, tag: TagId) {
    let [was, basics] = [false, true].map(|escalation| TagBasics {
        title: "Press".to_owned(),
        escalation,
    });
    let saved = world.store.save_tag(&world.owner, tag, &was, &basics);
    saved.await.unwrap();
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn an_older_form_of_a_tag_turns_nothing_off(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let (path, admin) = ("/api/tags/save", app.sign_in(&app.world.admin).await);
    let tag = app.world.ordinary_tag("Press").await;
    let page = app.get(&format!("/tags/{tag}"), Some(&admin)).await.body;
    for (name, value) in [("was_title", "Press"), ("was_escalation", "false")] {
        assert!(page.contains(&hidden(name, value)), "{name}: {page}");
    }
    escalate(&app.world, tag).await;
    let opened = format!("tag={tag}&was_title=Press&was_escalation=false");
    // What is wrong with a form does not make it a newer one.
    let untitled = app
        .submit(path, Some(&admin), &format!("{opened}&title="))
        .await;
    let page = app.follow(&untitled, &admin).await.body;
    assert!(page.contains(&hidden("was_escalation", "false")), "{page}");

    // What was typed stays, beside what is saved now; the switch, which was not touched, is as it is saved.
    let page = refuses(&app, &admin, path, &format!("{opened}&title=Newspapers")).await;
    for shown in [
        r#"name="title" value="Newspapers""#,
        r#"name="escalation" value="true" checked"#,
        "This is what is saved now:",
        ">Press</dd>",
        ">Escalation</dd>",
        &hidden("was_title", "Press"),
        &hidden("was_escalation", "true"),
    ] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    let row = app.world.store.tag(&app.world.admin, tag).await.unwrap();
    assert_eq!((row.title.as_str(), row.escalation), ("Press", true));

    let form =
        format!("tag={tag}&was_title=Press&was_escalation=true&title=Newspapers&escalation=true");
    let saved = app.submit(path, Some(&admin), &form).await;
    assert_eq!(saved.location(), "/tags?done=saved&moved=0");
    let row = app.world.store.tag(&app.world.admin, tag).await.unwrap();
    assert_eq!((row.title.as_str(), row.escalation), ("Newspapers", true));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn an_older_form_of_a_team_does_not_put_its_priority_back(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let (path, admin) = ("/api/teams/save", app.sign_in(&world.admin).await);
    let team = world.store.create_team(&world.admin, "Legal", 100).await;
    let team = team.unwrap();
    let address = format!("/teams/{team}");
    let page = app.get(&address, Some(&admin)).await.body;
    for (name, value) in [("was_title", "Legal"), ("was_priority", "100")] {
        assert!(page.contains(&hidden(name, value)), "{name}: {page}");
    }
    let [were, basics] = [100, 5].map(|priority| TeamBasics {
        title: "Legal".to_owned(),
        priority,
    });
    let saved = world.store.save_team(&world.owner, team, &were, &basics);
    saved.await.unwrap();
    let opened = format!("team={team}&was_title=Legal&was_priority=100");
    let form = format!("{opened}&title=&priority=100");
    let untitled = app.submit(path, Some(&admin), &form).await;
    let page = app.follow(&untitled, &admin).await.body;
    assert!(page.contains(&hidden("was_priority", "100")), "{page}");

    let form = format!("{opened}&title=Law&priority=100");
    let page = refuses(&app, &admin, path, &form).await;
    for shown in [
        r#"name="title" value="Law""#,
        r#"name="priority" value="5""#,
        ">Legal</dd>",
        ">5</dd>",
        &hidden("was_title", "Legal"),
        &hidden("was_priority", "5"),
    ] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    let row = world.store.team(&world.admin, team).await.unwrap();
    assert_eq!((row.title.as_str(), row.priority), ("Legal", 5));

    let form = format!("team={team}&was_title=Legal&was_priority=5&title=Law&priority=5");
    let saved = app.submit(path, Some(&admin), &form).await;
    assert_eq!(saved.location(), format!("{address}?done=saved"));
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_form_of_which_a_field_is_refused_is_no_newer_for_that(pool: PgPool) {
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let admin = app.sign_in(&world.admin).await;
    let owner = app.sign_in(&world.owner).await;
    let campaign = world.campaign().await;
    let contact = world.unsent(campaign, &world.ann).await;
    let keep = "/api/settings/keep-messages";
    let kept = app.submit(keep, Some(&owner), "was=&days=90").await;
    assert_eq!(kept.location(), "/settings/messages?done=saved");
    let settings = |name: &str| format!("name={name}&texting_from=10:00&texting_until=20:00");
    let days = |days: &str| format!("days={days}");
    let zone = |zone: &str| format!("campaign={campaign}&contact={contact}&zone={zone}");
    let mode = |idle: &str| format!("campaign={campaign}&auto_release=true&interval={idle}");
    let limit = |most: &str| format!("{RULES}&most_open_replies={most}");
    for (page, field, path, [theirs, wrong, mine]) in [
        (
            "/settings".to_owned(),
            "version",
            "/api/settings/save",
            ["Theirs", "+", "Mine"].map(settings),
        ),
        (
            "/settings/messages".to_owned(),
            "was",
            keep,
            ["120", "many", "150"].map(days),
        ),
        (
            format!("/campaigns/{campaign}/contacts/{contact}"),
            "version",
            "/api/contacts/correct",
            ["America/Chicago", "Mars", "America/Denver"].map(zone),
        ),
        (
            format!("/campaigns/{campaign}/autoassign"),
            "version",
            "/api/campaigns/save-autoassign",
            ["15", "custom", "30"].map(mode),
        ),
        (
            "/assignment".to_owned(),
            "version",
            "/api/assignment/save",
            ["5", "many", "7"].map(limit),
        ),
    ] {
        let opened = opened_with(&app.get(&page, Some(&admin)).await.body, field);
        let form = format!("{field}={opened}&{theirs}");
        let saved = app.submit(path, Some(&owner), &form).await;
        assert!(!saved.location().contains("__err"), "{page}");

        let form = format!("{field}={opened}&{wrong}");
        let refused = app.submit(path, Some(&admin), &form).await;
        let shown = app.follow(&refused, &admin).await.body;
        assert_eq!(opened_with(&shown, field), opened, "{page}: {shown}");

        let form = format!("{field}={opened}&{mine}");
        let shown = refuses(&app, &admin, path, &form).await;
        assert_ne!(opened_with(&shown, field), opened, "{page}: {shown}");
    }
}
