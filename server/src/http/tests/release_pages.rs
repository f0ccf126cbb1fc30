//! The pages of the release history.

use super::TestApp;
use app::domain::{ReleaseFilter, ReleaseOrder, ReleasePolicy};
use app::ports::Releases;
use chrono::TimeDelta;
use server_store::releases::{release_automatically, resume_abandoned};
use server_store::testing::noon;
use sqlx::PgPool;

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn automatic_releases_of_an_hour_say_that_they_can_be_undone_and_are_undone_in_their_list(
    pool: PgPool,
) {
    const HINT: &str = "Open the list to undo those that still can be.";
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let campaign = world.campaign().await;
    world
        .change_campaign(campaign, "auto_release_minutes = 30")
        .await;
    for minutes in [0, 5] {
        world.store.clock.set(noon() + TimeDelta::minutes(minutes));
        world.reply(campaign, &world.ann, 100).await;
        release_automatically(&world.store, world.organization, campaign)
            .await
            .unwrap();
    }
    world.store.clock.set(noon() + TimeDelta::minutes(8));
    let history = world
        .store
        .history(&world.admin, ReleaseFilter::default(), None)
        .await
        .unwrap();
    let group = history.rows[0].group.unwrap();
    let admin = app.sign_in(&world.admin).await;
    let list = format!("/releases?group={group}");
    let whole = app.get("/releases", Some(&admin)).await.body;
    for part in [HINT, "7 min left to undo", list.as_str()] {
        assert!(whole.contains(part), "{part}: {whole}");
    }
    let opened = app.get(&list, Some(&admin)).await.body;
    for part in ["7 min left to undo", "2 min left to undo"] {
        assert!(opened.contains(part), "{part}: {opened}");
    }
    let forms = |page: &str| page.matches("class=\"record-undo\"").count();
    assert_eq!((forms(&whole), forms(&opened)), (0, 2));
    assert!(!opened.contains(HINT), "{opened}");

    // The group is named after its first release.
    let form = format!("release={group}");
    let undone = app.submit("/api/releases/undo", Some(&admin), &form).await;
    let undone = app.follow(&undone, &admin).await.body;
    assert!(undone.contains("Undone: 1 of 1 reply returned"), "{undone}");
    let opened = app.get(&list, Some(&admin)).await.body;
    assert_eq!(forms(&opened), 1);
    assert!(!opened.contains("2 min left to undo"), "{opened}");
    world.store.clock.set(noon() + TimeDelta::minutes(15));
    let whole = app.get("/releases", Some(&admin)).await.body;
    assert!(!whole.contains(HINT), "{whole}");
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_release_says_how_many_did_not_qualify_any_more_when_their_turn_came(pool: PgPool) {
    const WORDS: &str = "1 no longer qualified when its turn came";
    let app = TestApp::new(pool).await;
    let world = &app.world;
    let campaign = world.campaign().await;
    world.reply(campaign, &world.ann, 300).await;
    let order = ReleaseOrder::Everywhere(ReleasePolicy::default());
    let release = world.store.start(&world.admin, order).await.unwrap();
    let admin = app.sign_in(&world.admin).await;
    let path = format!("/releases/{}", release.release);
    let page = app.get(&path, Some(&admin)).await.body;
    assert!(!page.contains("no longer qualified"), "{page}");

    // As if its server had died before the turn of a campaign that was paused then.
    let paused = world.campaign().await;
    world.reply(paused, &world.ann, 300).await;
    world.change_campaign(paused, "paused_at = now()").await;
    world
        .execute(
            "update release set state = 'running', finished_at = null, campaigns = 0, expected = 2,
                    heartbeat_at = now() - interval '16 seconds'"
                .into(),
        )
        .await;
    assert_eq!(resume_abandoned(&world.store).await.unwrap(), 1);
    let page = app.get(&path, Some(&admin)).await.body;
    for part in [
        "Released 1 reply on 1 campaign",
        "Not released, and why",
        WORDS,
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
}
