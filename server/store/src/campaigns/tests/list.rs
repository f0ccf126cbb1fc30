use crate::testing::World;
use app::domain::{CampaignId, CampaignState};
use app::error::AppError;
use app::ports::Campaigns;
use sqlx::PgPool;

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn counts_where_people_wait_and_how_long(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world.reply(campaign, &world.ann, 30).await;
    world.pooled(campaign, 90).await;
    world.pooled(campaign, 20).await;
    let answered = world.reply(campaign, &world.ann, 500).await;
    world.change(answered, "status = 'convo'".into()).await;
    let unsent = world.pooled(campaign, 500).await;
    world
        .change(
            unsent,
            "status = 'needs_message', waiting_since = null".into(),
        )
        .await;
    let row = world.store.find(&world.admin, campaign).await.unwrap();
    assert_eq!(
        (row.counts.unsent, row.counts.unhandled, row.counts.in_pool),
        (1, 1, 2)
    );
    assert_eq!(row.counts.oldest_wait.map(|age| age.minutes()), Some(90));
    assert_eq!((row.contacts, row.state), (5, CampaignState::Started));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn on_a_campaign_that_does_not_run_nobody_waits(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world.reply(campaign, &world.ann, 30).await;
    for (set, state) in [
        ("archived_at = now()", CampaignState::Archived),
        (
            "archived_at = null, started_at = null",
            CampaignState::Draft,
        ),
    ] {
        world.change_campaign(campaign, set).await;
        let row = world.store.find(&world.admin, campaign).await.unwrap();
        assert_eq!(row.state, state);
        assert_eq!((row.counts.unhandled, row.counts.oldest_wait), (0, None));
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn on_a_paused_campaign_people_wait(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world.reply(campaign, &world.ann, 30).await;
    world.change_campaign(campaign, "paused_at = now()").await;
    let row = world.store.find(&world.admin, campaign).await.unwrap();
    assert_eq!(
        (row.state, row.counts.unhandled),
        (CampaignState::Paused, 1)
    );
    assert_eq!(row.counts.oldest_wait.map(|age| age.minutes()), Some(30));
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn lists_newest_first_in_pages_that_miss_nothing(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let mut made: Vec<CampaignId> = Vec::new();
    for _ in 0..51 {
        made.push(world.campaign().await);
    }
    World::new(pool).await.campaign().await;
    let first = world.store.list(&world.admin, None).await.unwrap();
    let second = world.store.list(&world.admin, first.next).await.unwrap();
    assert_eq!(
        (first.rows.len(), second.rows.len(), second.next),
        (50, 1, None)
    );
    let listed: Vec<CampaignId> = first
        .rows
        .iter()
        .chain(&second.rows)
        .map(|row| row.counts.campaign)
        .collect();
    made.reverse();
    assert_eq!(listed, made);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn another_organizations_campaign_does_not_exist(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let campaign = world.campaign().await;
    let elsewhere = World::new(pool).await;
    assert_eq!(
        elsewhere.store.find(&elsewhere.admin, campaign).await,
        Err(AppError::NotFound)
    );
    assert_eq!(
        elsewhere
            .store
            .live_state(&elsewhere.admin, &[campaign])
            .await,
        Ok(Vec::new())
    );
}
