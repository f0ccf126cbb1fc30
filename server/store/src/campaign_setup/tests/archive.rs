//! The archive on a real database.

use super::{draft, written};
use crate::testing::World;
use app::domain::{CampaignState, IdleInterval, ReleaseKind, ReleaseOrder};
use app::error::AppError;
use app::ports::{CampaignSetup, Campaigns, Releases};
use sqlx::PgPool;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn archived_it_waits_for_nothing_and_unarchived_it_is_as_before(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let campaign = world.campaign().await;
    let held = world.reply(campaign, &world.ann, 90).await;
    let row = async || world.row(held).await;
    let before = row().await;
    let state = async || store.settings(admin, campaign).await.unwrap().state;
    let order = ReleaseOrder::on_campaign(
        campaign,
        ReleaseKind::Replies,
        IdleInterval::ONE_HOUR,
        false,
    );
    let released = async || store.preview(admin, order).await.unwrap().conversations;
    assert_eq!(
        (state().await, released().await),
        (CampaignState::Started, 1)
    );
    for _ in 0..2 {
        store.archive(admin, campaign, true).await.unwrap();
        assert_eq!(
            (state().await, released().await),
            (CampaignState::Archived, 0)
        );
    }
    assert_eq!(
        store
            .find(admin, campaign)
            .await
            .unwrap()
            .counts
            .oldest_wait,
        None
    );
    for was_archived in [true, false] {
        let unarchived = store.unarchive(admin, campaign).await;
        assert_eq!(unarchived, Ok(was_archived));
        assert_eq!(
            (state().await, released().await),
            (CampaignState::Started, 1)
        );
    }
    assert_eq!(row().await, before, "archiving wrote a conversation");
    // An archived draft is a draft again.
    let draft = draft(&world).await;
    store.archive(admin, draft, false).await.unwrap();
    store.unarchive(admin, draft).await.unwrap();
    let settings = store.settings(admin, draft).await.unwrap();
    assert_eq!(settings.state, CampaignState::Draft);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn whoever_waits_is_left_without_an_answer_only_when_that_is_confirmed(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, admin) = (&world.store, &world.admin);
    let campaign = world.campaign().await;
    store.archive(admin, campaign, false).await.unwrap();
    store.unarchive(admin, campaign).await.unwrap();
    world.reply(campaign, &world.ann, 90).await;
    world.pooled(campaign, 90).await;
    let before = written(&world, campaign).await;
    let Err(AppError::Fields(errors)) = store.archive(admin, campaign, false).await else {
        panic!("archived");
    };
    let sentence = errors.of("confirmed").unwrap();
    assert!(sentence.starts_with("2 people wait"), "{sentence}");
    assert_eq!(written(&world, campaign).await, before);
    store.archive(admin, campaign, true).await.unwrap();
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_campaign_of_another_organization_is_not_there(pool: PgPool) {
    let (world, other) = (World::new(pool.clone()).await, World::new(pool).await);
    let campaign = world.campaign().await;
    let before = written(&world, campaign).await;
    let (store, admin) = (&other.store, &other.admin);
    let archived = store.archive(admin, campaign, true).await;
    assert_eq!(archived, Err(AppError::NotFound));
    let unarchived = store.unarchive(admin, campaign).await;
    assert_eq!(unarchived, Err(AppError::NotFound));
    assert_eq!(written(&world, campaign).await, before);
}
