//! The forms of tags and teams, which say what their page was opened with: what somebody else has saved since stays.

use super::TestApp;
use app::domain::TagId;
use app::error::AppError;
use app::ports::{TagBasics, Tags, TeamBasics, Teams};
use server_store::testing::World;
use sqlx::PgPool;

/// A hidden field, as the page has it.
fn hidden(name: &str, value: &str) -> String {
    format!(r#"<input type="hidden" name="{name}" value="{value}""#)
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

    let page = refuses(&app, &admin, path, &format!("{opened}&title=Newspapers")).await;
    assert!(!page.contains("Newspapers"), "{page}");
    assert!(page.contains(&hidden("was_escalation", "true")), "{page}");
    let row = app.world.store.tag(&app.world.admin, tag).await.unwrap();
    assert_eq!((row.title.as_str(), row.escalation), ("Press", true));

    let form = format!("tag={tag}&was_title=Press&was_escalation=true&title=Newspapers");
    let saved = app.submit(path, Some(&admin), &form).await;
    assert_eq!(saved.location(), "/tags?done=saved&moved=0");
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
    assert!(page.contains(&hidden("was_priority", "5")), "{page}");
    let row = world.store.team(&world.admin, team).await.unwrap();
    assert_eq!((row.title.as_str(), row.priority), ("Legal", 5));

    let form = format!("team={team}&was_title=Legal&was_priority=5&title=Law&priority=5");
    let saved = app.submit(path, Some(&admin), &form).await;
    assert_eq!(saved.location(), format!("{address}?done=saved"));
}
