//! Whose campaign, in which state, and who is on it already.

use super::{ImportError, import, on, written};
use crate::import::{Region, contacts};
use app::domain::{CampaignId, ImportReport};
use server_store::notify::Change;
use server_store::testing::World;
use sqlx::PgPool;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use tokio::io::{AsyncRead, AsyncReadExt, ReadBuf};

const FILE: &str = "firstName,lastName,cell\nAda,Byron,2025550101\nBo,Peep,2025550102\nAda again,Byron,+1 202 555 0101\n";

/// A file that must not be read.
struct Untouchable;

impl AsyncRead for Untouchable {
    fn poll_read(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
        _: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        panic!("the file was read");
    }
}

/// A file whose sender goes away after some good rows.
fn broken_off() -> impl AsyncRead + Unpin {
    let rest = tokio_util::io::StreamReader::new(futures::stream::iter([Err::<&[u8], _>(
        io::Error::other("gone"),
    )]));
    FILE.as_bytes().chain(rest)
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn cells_that_are_there_already_are_counted_and_left_as_they_are(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let report = import(&world, campaign, FILE).await.unwrap();
    assert_eq!((report.added, report.duplicates, report.invalid), (2, 1, 0));
    let first = on(&world, campaign).await;
    assert_eq!(first[0].0, "Ada", "the first of two rows counts");

    let again = import(
        &world,
        campaign,
        "firstName,lastName,cell\nX,Y,2025550101\nCy,Young,2025550103\n",
    )
    .await
    .unwrap();
    assert_eq!((again.added, again.duplicates), (1, 1));
    let reason = |report: &ImportReport| report.rows[0].reason.clone();
    assert_eq!(
        (reason(&report).as_str(), reason(&again).as_str()),
        (
            "Line 2 has the same number. The first row of a household was taken.",
            "The number is on this campaign already."
        )
    );
    let second = on(&world, campaign).await;
    assert_eq!(second[..2], first[..]);

    let other = world.campaign().await;
    assert_eq!(
        import(&world, other, FILE).await.unwrap().added,
        2,
        "another campaign may have the same cells"
    );
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn another_organization_s_campaign_and_an_archived_one_are_refused_unread(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let (archived, theirs) = (
        world.campaign().await,
        World::new(pool).await.campaign().await,
    );
    world.change_campaign(archived, "archived_at = now()").await;
    for campaign in [theirs, archived, CampaignId(i64::MAX)] {
        let refused = contacts(
            &world.store,
            world.admin.actor(),
            campaign,
            Untouchable,
            Region::default(),
        )
        .await;
        match refused.unwrap_err() {
            ImportError::Archived => assert_eq!(campaign, archived),
            ImportError::NoSuchCampaign => assert_ne!(campaign, archived),
            other => panic!("{other}"),
        }
    }
    assert_eq!(written(&world).await, 0);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_draft_may_be_filled(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world.change_campaign(campaign, "started_at = null").await;
    assert_eq!(import(&world, campaign, FILE).await.unwrap().added, 2);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_file_that_breaks_off_writes_nothing(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let broken = contacts(
        &world.store,
        world.admin.actor(),
        campaign,
        broken_off(),
        Region::default(),
    )
    .await;
    assert!(matches!(broken, Err(ImportError::Read(_))));
    assert_eq!(written(&world).await, 0);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_database_that_fails_in_the_middle_has_nothing(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    world
        .execute("insert into time_zone (name) values ('gone')".into())
        .await;
    sqlx::query("alter table conversation add check (not opted_out)")
        .execute(&world.store.pool)
        .await
        .unwrap();
    world
        .execute(format!(
            "insert into opt_out values ({}, '+12025550102')",
            world.organization
        ))
        .await;
    assert!(matches!(
        import(&world, campaign, FILE).await,
        Err(ImportError::Store(_))
    ));
    assert_eq!(written(&world).await, 0);
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn pages_are_notified_that_the_counts_changed(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let campaign = world.campaign().await;
    let mut listener = World::listen(&pool).await;
    import(&world, campaign, FILE).await.unwrap();
    let change: Change = serde_json::from_str(listener.recv().await.unwrap().payload()).unwrap();
    assert_eq!(
        (change.organization, change.campaigns),
        (world.organization, vec![campaign])
    );
}
