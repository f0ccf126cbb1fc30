//! A long file, which nothing holds.

use crate::import::{Region, contacts};
use axum::body::Bytes;
use server_store::testing::World;
use sqlx::PgPool;
use std::io;
use tokio_util::io::StreamReader;

const ROWS: u32 = 100_000;

/// Rows as they are asked for: every thousandth has no cell, every hundredth one that was before.
fn row(number: u32) -> String {
    match number {
        n if n % 1_000 == 7 => format!("First{n},Last{n},,zip{n}\n"),
        n if n % 100 == 50 => format!("Again{n},Last{n},303{},zip{n}\n", 2_000_000 + n - 1),
        n => format!("First{n},Last{n},303{},zip{n}\n", 2_000_000 + n),
    }
}

#[sqlx::test(migrator = "server_store::MIGRATOR")]
async fn a_hundred_thousand_rows_stream_through(pool: PgPool) {
    let world = World::new(pool).await;
    let campaign = world.campaign().await;
    let header = std::iter::once("firstName,lastName,cell,zip\n".to_owned());
    let rows = header
        .chain((0..ROWS).map(row))
        .map(|row| Ok::<_, io::Error>(Bytes::from(row)));
    let file = StreamReader::new(futures::stream::iter(rows));

    let report = contacts(
        &world.store,
        world.admin.actor(),
        campaign,
        file,
        Region::default(),
    )
    .await
    .unwrap();

    assert_eq!(
        (report.missing, report.duplicates, report.added),
        (100, 1_000, 98_900)
    );
    let (missing, duplicate) = (&report.rows[0], &report.rows[1]);
    assert_eq!((missing.line, duplicate.line), (7 + 2, 50 + 2));
    assert_eq!(report.rows.len(), 1_000);
    let (contacts, conversations, last): (i64, i64, String) = sqlx::query_as(
        "select (select count(*) from contact where campaign_id = $1),
                (select count(*) from conversation where campaign_id = $1 and status = 'needs_message'),
                (select custom_fields ->> 'zip' from contact order by id desc limit 1)",
    )
    .bind(campaign.0)
    .fetch_one(&world.store.pool)
    .await
    .unwrap();
    assert_eq!(
        (contacts, conversations, last.as_str()),
        (98_900, 98_900, "zip99999")
    );
}
