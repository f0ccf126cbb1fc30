//! Kept files.

use super::{
    MAX_KEPT, PART_BYTES, UploadState, append, begin, claim, complete, consume, delete_abandoned,
    discard, fail, find, part, pending, report_progress,
};
use crate::Store;
use crate::clock::Clock;
use crate::testing::{World, noon};
use app::domain::{CampaignId, UploadId};
use app::error::AppError;
use chrono::TimeDelta;
use sqlx::PgPool;

/// The store at a time after noon.
fn later(world: &World, delay: TimeDelta) -> Store {
    Store::with_clock(world.store.pool.clone(), Clock::pinned_at(noon() + delay))
}

async fn state(store: &Store, world: &World, of: (CampaignId, UploadId)) -> Option<UploadState> {
    find(store, world.organization, of.0, of.1).await.unwrap()
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_file_is_kept_whole_in_parts(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let file: Vec<u8> = (0..PART_BYTES * 2 + 7).map(|n| n as u8).collect();
    let upload = world.upload(campaign, &file).await;
    let mut read = Vec::new();
    let mut number = 0;
    while let Some(bytes) = part(&world.store, world.organization, upload, number)
        .await
        .unwrap()
    {
        read.extend(bytes);
        number += 1;
    }
    assert_eq!((read == file, number), (true, 3));
    // What is complete takes no more.
    let more = append(&world.store, world.organization, upload, 3, b"x").await;
    assert_eq!(AppError::from(more.unwrap_err()), AppError::NotFound);
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_has_not_arrived_whole_can_be_neither_seen_nor_imported(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let (store, organization) = (&world.store, world.organization);
    let upload = begin(store, &world.admin, campaign, "a.csv").await.unwrap();
    append(store, organization, upload, 0, b"firstName,")
        .await
        .unwrap();
    assert_eq!(state(store, &world, (campaign, upload)).await, None);
    assert_eq!(
        claim(store, organization, campaign, upload).await.unwrap(),
        None
    );
    let member = world.admin.member;
    let pending = pending(store, organization, member, campaign).await;
    assert_eq!(pending.unwrap(), []);
    complete(store, organization, upload, 10).await.unwrap();
    assert!(
        claim(store, organization, campaign, upload)
            .await
            .unwrap()
            .is_some()
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_member_s_next_file_takes_the_place_of_the_last_and_there_are_only_so_many(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world.upload(campaign, "a").await;
    world.upload(campaign, "b").await;
    assert_eq!(world.count("select count(*) from contact_upload").await, 1);
    for _ in 1..MAX_KEPT {
        let campaign = world.campaign().await;
        world.upload(campaign, "c").await;
    }
    let other = world.campaign().await;
    let refused = begin(&world.store, &world.admin, other, "d.csv").await;
    assert!(matches!(
        AppError::from(refused.unwrap_err()),
        AppError::Invalid(_)
    ));
    // Another organization has its own.
    let stranger = World::new(world.store.pool.clone()).await;
    let campaign = stranger.campaign().await;
    stranger.upload(campaign, "e").await;
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn one_server_imports_a_file_and_another_takes_over_from_one_that_is_dead(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let organization = world.organization;
    let upload = world.upload(campaign, "a").await;
    let of = (campaign, upload);
    let store = &world.store;
    let first = claim(store, organization, campaign, upload)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        claim(store, organization, campaign, upload).await.unwrap(),
        None
    );
    assert!(
        discard(store, organization, campaign, upload)
            .await
            .is_err()
    );
    assert!(
        report_progress(store, organization, first, 1, 5)
            .await
            .unwrap()
    );
    assert!(matches!(
        state(store, &world, of).await,
        Some(UploadState::Importing { rows_read: 5, .. })
    ));
    let store = &later(&world, TimeDelta::seconds(31));
    match state(store, &world, of).await {
        Some(UploadState::Waiting(kept)) => assert_eq!(
            kept.failure.as_deref(),
            Some("The import was interrupted; nothing was imported. Import the file again.")
        ),
        other => panic!("{other:?}"),
    }
    let second = claim(store, organization, campaign, upload)
        .await
        .unwrap()
        .unwrap();
    // The first one says and adds nothing any more.
    assert!(
        !report_progress(store, organization, first, 2, 6)
            .await
            .unwrap()
    );
    fail(store, organization, first, "late").await.unwrap();
    let mut tx = store.pool.begin().await.unwrap();
    assert!(!consume(&mut tx, organization, first).await.unwrap());
    tx.rollback().await.unwrap();
    fail(store, organization, second, "No.").await.unwrap();
    match state(store, &world, of).await {
        Some(UploadState::Waiting(kept)) => assert_eq!(kept.failure.as_deref(), Some("No.")),
        other => panic!("{other:?}"),
    }
    let third = claim(store, organization, campaign, upload)
        .await
        .unwrap()
        .unwrap();
    let mut tx = store.pool.begin().await.unwrap();
    assert!(consume(&mut tx, organization, third).await.unwrap());
    tx.commit().await.unwrap();
    assert_eq!(
        world
            .count("select count(*) from contact_upload_part")
            .await,
        0
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn a_file_that_is_being_imported_is_every_admin_s_and_one_that_waits_is_its_uploader_s(
    pool: PgPool,
) {
    let world = World::new(pool).await;
    let (campaign, other) = (world.campaign().await, world.campaign().await);
    let organization = world.organization;
    let upload = world.upload(campaign, "a").await;
    let seen = async |store: &Store, campaign| {
        let mut seen = Vec::new();
        for member in [world.admin.member, world.owner.member] {
            let files = pending(store, organization, member, campaign).await;
            let files = files.unwrap().into_iter();
            seen.push(
                files
                    .map(|file| (file.id, file.importing))
                    .collect::<Vec<_>>(),
            );
        }
        seen
    };
    let none = Vec::new;
    assert_eq!(
        seen(&world.store, campaign).await,
        [vec![(upload, false)], none()]
    );
    let claimed = claim(&world.store, organization, campaign, upload).await;
    claimed.unwrap().unwrap();
    let importing = vec![(upload, true)];
    assert_eq!(
        seen(&world.store, campaign).await,
        [importing.clone(), importing]
    );
    assert_eq!(seen(&world.store, other).await, [none(), none()]);
    // Its server died.
    let store = later(&world, TimeDelta::seconds(31));
    assert_eq!(
        seen(&store, campaign).await,
        [vec![(upload, false)], none()]
    );
}

#[sqlx::test(migrator = "crate::MIGRATOR")]
async fn what_nobody_imports_is_deleted_after_its_time(pool: PgPool) {
    let world = World::new(pool).await;
    let (campaign, other) = (world.campaign().await, world.campaign().await);
    let whole = world.upload(campaign, "a").await;
    let part = begin(&world.store, &world.admin, other, "b.csv")
        .await
        .unwrap();
    append(&world.store, world.organization, part, 0, b"b")
        .await
        .unwrap();
    for (delay, deleted) in [
        (TimeDelta::minutes(59), 0),
        (TimeDelta::minutes(61), 1),
        (TimeDelta::hours(23), 0),
        (TimeDelta::hours(25), 1),
    ] {
        let store = later(&world, delay);
        assert_eq!(delete_abandoned(&store).await.unwrap(), deleted, "{delay}");
    }
    assert_eq!(state(&world.store, &world, (campaign, whole)).await, None);
    assert_eq!(
        world
            .count("select count(*) from contact_upload_part")
            .await,
        0
    );
}
