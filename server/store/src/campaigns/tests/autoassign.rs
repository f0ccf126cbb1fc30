//! Saving the Autoassign Mode window.

use crate::campaigns::auto_release_failed;
use crate::notify::Change;
use crate::testing::World;
use app::domain::{AutoReleaseState, AutoassignMode, CampaignId, IdleInterval};
use app::error::AppError;
use app::ports::Campaigns;
use sqlx::PgPool;
use std::time::Duration;

fn every(minutes: u32) -> AutoassignMode {
    AutoassignMode {
        auto_assign: true,
        auto_release: Some(IdleInterval::from_minutes(minutes).unwrap()),
    }
}

/// The whole row, so that nothing that was written goes unseen.
async fn row(world: &World, campaign: CampaignId) -> String {
    sqlx::query_scalar("select ca::text from campaign ca where id = $1")
        .bind(campaign.0)
        .fetch_one(&world.store.pool)
        .await
        .unwrap()
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_new_campaign_has_auto_release_off_and_what_is_saved_is_what_is_opened(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let window = world
        .store
        .autoassign(&world.admin, campaign)
        .await
        .unwrap();
    assert_eq!((window.version, window.mode.auto_release), (0, None));
    assert_eq!(window.status.state, AutoReleaseState::Off);
    let off = AutoassignMode {
        auto_assign: false,
        auto_release: None,
    };
    for (version, mode) in [(0, every(30)), (1, every(45)), (2, off)] {
        let saved = world
            .store
            .save_autoassign(&world.admin, campaign, version, mode)
            .await
            .unwrap();
        assert_eq!((saved.version, saved.mode), (version + 1, mode));
        assert_eq!(
            world.store.autoassign(&world.admin, campaign).await,
            Ok(saved)
        );
    }
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn of_two_admins_who_save_the_same_window_the_second_is_told_and_overwrites_nothing(
    pool: PgPool,
) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let other = world.owner.clone();
    let (one, two) = tokio::join!(
        world
            .store
            .save_autoassign(&world.admin, campaign, 0, every(30)),
        world.store.save_autoassign(&other, campaign, 0, every(60)),
    );
    let (saved, told) = if one.is_ok() { (one, two) } else { (two, one) };
    assert_eq!(told, Err(AppError::SavedMeanwhile));
    assert_eq!(
        world.store.autoassign(&world.admin, campaign).await,
        Ok(saved.unwrap())
    );
    // Also if it is noticed much later.
    let before = row(&world, campaign).await;
    let late = world
        .store
        .save_autoassign(&other, campaign, 0, every(15))
        .await;
    assert_eq!(late, Err(AppError::SavedMeanwhile));
    assert_eq!(row(&world, campaign).await, before);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn only_admins_of_its_organization_open_and_save_it(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let campaign = world.campaign().await;
    let before = row(&world, campaign).await;
    let elsewhere = World::new(pool).await;
    let (store, admin) = (&world.store, &elsewhere.admin);
    assert_eq!(
        store.autoassign(admin, campaign).await,
        Err(AppError::NotFound)
    );
    let saved = store.save_autoassign(admin, campaign, 0, every(30)).await;
    assert_eq!(saved, Err(AppError::NotFound));
    assert_eq!(row(&world, campaign).await, before);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn the_database_itself_refuses_an_interval_that_does_not_exist(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let before = row(&world, campaign).await;
    for (minutes, takes) in [
        (0, false),
        (-1, false),
        (-60, false),
        (4, false),
        (10_081, false),
        (5, true),
        (10_080, true),
    ] {
        let mut transaction = world.store.pool.begin().await.unwrap();
        let update = sqlx::query("update campaign set auto_release_minutes = $1")
            .bind(minutes)
            .execute(&mut *transaction)
            .await;
        transaction.rollback().await.unwrap();
        let refused =
            update.is_err_and(|error| error.into_database_error().unwrap().is_check_violation());
        assert_eq!(!refused, takes, "{minutes}");
    }
    assert_eq!(row(&world, campaign).await, before);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn saving_forgets_earlier_failures(pool: PgPool) {
    let world = World::new(pool).await;
    let (store, campaign) = (&world.store, world.campaign().await);
    let save = |version| store.save_autoassign(&world.admin, campaign, version, every(30));
    save(0).await.unwrap();
    let minute = |_| Duration::from_secs(60);
    auto_release_failed(store, world.organization, campaign, "no disk", minute)
        .await
        .unwrap();
    let window = store.autoassign(&world.admin, campaign).await.unwrap();
    assert!(matches!(
        window.status.state,
        AutoReleaseState::Failing { .. }
    ));
    let saved = save(1).await.unwrap();
    assert_eq!(saved.status.state, AutoReleaseState::On { next_due: None });
    assert_eq!(
        world
            .count("select count(*) from campaign where auto_release_attempts > 0 or auto_release_error <> ''")
            .await,
        0
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_save_is_told_to_the_engine_and_to_who_looks_at_the_campaign(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let campaign = world.campaign().await;
    let mut listener = World::listen(&pool).await;
    world
        .store
        .save_autoassign(&world.admin, campaign, 0, every(30))
        .await
        .unwrap();
    let refused = world
        .store
        .save_autoassign(&world.admin, campaign, 0, every(30))
        .await;
    assert_eq!(refused, Err(AppError::SavedMeanwhile));
    let told = listener.recv().await.unwrap();
    let change: Change = serde_json::from_str(told.payload()).unwrap();
    let everybody_looks = Change {
        organization: world.organization,
        campaigns: Vec::new(),
        members: Vec::new(),
        notices: false,
        more: true,
        releases: false,
        requests: false,
        reports: Vec::new(),
    };
    assert_eq!(change, everybody_looks);
}
