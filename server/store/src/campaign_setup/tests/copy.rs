//! The copy on a real database.

use super::{current, day, draft, written};
use crate::testing::World;
use app::domain::{CampaignState, CopyKey};
use app::error::AppError;
use app::ports::{CampaignSection, CampaignSetup, Campaigns, Teams};
use sqlx::PgPool;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn it_is_a_draft_with_everything_but_contacts_and_autoassign_mode(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let campaign = world.campaign().await;
    world.reply(campaign, &world.ann, 90).await;
    let legal = store.create_team(admin, "Legal", 1).await.unwrap();
    let save = current(&world, campaign, CampaignSection::Teams).await;
    store
        .save_teams(admin, campaign, &save, true, vec![legal], true)
        .await
        .unwrap();
    let save = current(&world, campaign, CampaignSection::Script).await;
    store
        .save_script(admin, campaign, &save, "Hi {firstName}", day("2026-11-03"))
        .await
        .unwrap();
    world
        .change_campaign(
            campaign,
            "description = 'Who waits', texting_from = '10:00', texting_until = '20:00', auto_release_minutes = 30, paused_at = now()",
        )
        .await;
    let before = written(&world, campaign).await;
    let copied = store
        .copy(admin, campaign, " Second round ", CopyKey(7))
        .await;
    let copied = copied.unwrap();
    assert_eq!(written(&world, campaign).await, before);
    let from = store.settings(admin, campaign).await.unwrap();
    let copy = store.settings(admin, copied).await.unwrap();
    assert_eq!(copy.basics.title, "Second round");
    assert_eq!(copy.basics.description, "Who waits");
    assert_eq!(copy.state, CampaignState::Draft);
    assert_eq!((copy.hours, copy.teams), (from.hours, from.teams));
    assert_eq!((copy.script, copy.due_on), (from.script, from.due_on));
    assert!(copy.team_restricted && !copy.checks.has_contacts);
    let mode = store.autoassign(admin, copied).await.unwrap().mode;
    assert_eq!((mode.auto_assign, mode.auto_release), (false, None));
    let event: String = sqlx::query_scalar(
        "select action || ' ' || detail from audit_event order by id desc limit 1",
    )
    .fetch_one(&store.pool)
    .await
    .unwrap();
    assert_eq!(event, "campaign_copied Early vote");
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn two_presses_make_one_copy_and_another_form_another(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let campaign = draft(&world).await;
    let (one, two) = tokio::join!(
        store.copy(admin, campaign, "Copy", CopyKey(7)),
        store.copy(admin, campaign, "Copy", CopyKey(7)),
    );
    assert!(one.is_ok());
    assert_eq!(one, two);
    let events = world.count("select count(*) from audit_event where action = 'campaign_copied'");
    assert_eq!(events.await, 1);
    let again = store.copy(admin, campaign, "Copy", CopyKey(8)).await;
    assert_ne!(one, again);
    assert_eq!(world.count("select count(*) from campaign").await, 3);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_due_date_that_has_passed_is_left_out_and_a_title_is_made_where_there_is_none(
    pool: PgPool,
) {
    let world = World::new(pool).await;
    let campaign = draft(&world).await;
    world
        .change_campaign(campaign, "due_on = '2026-11-02', title = repeat('x', 200)")
        .await;
    let organization = world.organization;
    let copy = crate::campaign_setup::copy(&world.store, organization, campaign, None).await;
    let settings = world
        .store
        .settings(&world.admin, copy.unwrap())
        .await
        .unwrap();
    assert_eq!(settings.due_on, None);
    let title = settings.basics.title;
    assert!(title.starts_with("Copy of xx"), "{title}");
    assert_eq!(title.len(), 200);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_campaign_of_another_organization_is_not_there(pool: PgPool) {
    let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
    let campaign = world.campaign().await;
    let copied = other
        .store
        .copy(&other.admin, campaign, "Copy", CopyKey(7))
        .await;
    assert_eq!(copied, Err(AppError::NotFound));
    assert_eq!(world.count("select count(*) from campaign").await, 1);
}
