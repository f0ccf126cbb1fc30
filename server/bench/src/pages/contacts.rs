//! The contacts of one campaign that has many: the whole list, and each way to search it.

use super::Scale;
use super::report::SearchLatency;
use crate::BenchError;
use crate::latencies::Latencies;
use crate::seed::Seeded;
use app::domain::CampaignId;
use server_store::Store;
use server_store::contacts::{ContactSearch, list};
use sqlx::PgConnection;
use std::time::Instant;

/// What is searched for, how the report calls it, and whether something has to be found.
const SEARCHES: [(&str, &str, Option<&str>, bool); 9] = [
    ("all", "", None, true),
    ("first name of all", "ann", None, true),
    ("first name of few", "ann77", None, true),
    ("name", "ann77 smith7", None, true),
    ("last name of all", "smith", None, true),
    ("last name of few", "smith12345", None, true),
    ("cell", "+13031000007", Some("3031000007"), true),
    ("external id", "v7000", Some("7000"), true),
    ("in vain", "zebra", None, false),
];

/// Writes a draft with these contacts, behind all conversations that are there.
pub(super) async fn write(
    connection: &mut PgConnection,
    scale: &Scale,
    seeded: &Seeded,
) -> Result<(), sqlx::Error> {
    let organization = seeded.admin.organization.0;
    let campaign: i64 = sqlx::query_scalar(
        "insert into campaign (organization_id, title, time_zone_id)
         select $1, 'Everybody', id from time_zone where name = 'America/New_York'
         returning id",
    )
    .bind(organization)
    .fetch_one(&mut *connection)
    .await?;
    sqlx::query(
        "insert into conversation (organization_id, id, campaign_id, status)
         select $1, $2 + n, $3, 'needs_message' from generate_series(1, $4) n",
    )
    .bind(organization)
    .bind(scale.conversations)
    .bind(campaign)
    .bind(scale.contacts)
    .execute(&mut *connection)
    .await?;
    sqlx::query(
        "insert into contact (organization_id, id, campaign_id, first_name, last_name, cell, external_id)
         select $1, $2 + n, $3, 'Ann' || n % 997, 'Smith' || n % 49999, '+1303' || 1000000 + n, 'V' || n
           from generate_series(1, $4) n",
    )
    .bind(organization)
    .bind(scale.conversations)
    .bind(campaign)
    .bind(scale.contacts)
    .execute(&mut *connection)
    .await?;
    Ok(())
}

/// Reads every search as often as the scale says, every other time with the page behind it.
///
/// # Errors
/// [`BenchError::Invalid`] if a search that has to find somebody does not.
pub(super) async fn measure(
    store: &Store,
    seeded: &Seeded,
    scale: &Scale,
) -> Result<Vec<SearchLatency>, BenchError> {
    let campaign: i64 = sqlx::query_scalar("select max(id) from campaign")
        .fetch_one(&store.pool)
        .await?;
    let mut searches = Vec::new();
    for (name, text, last_digits, finds) in SEARCHES {
        let search = ContactSearch {
            text: text.into(),
            last_digits: last_digits.map(str::to_owned),
        };
        let (latencies, rows) = read(store, seeded, scale, CampaignId(campaign), &search).await?;
        if finds && rows == 0 && scale.contacts >= SMALLEST_WITH_ALL {
            return Err(BenchError::Invalid(format!("{name} finds nobody")));
        }
        searches.push(SearchLatency {
            search: name,
            rows,
            latencies,
        });
    }
    Ok(searches)
}

/// From so many on each search that is to find somebody does.
const SMALLEST_WITH_ALL: i64 = 20_000;

async fn read(
    store: &Store,
    seeded: &Seeded,
    scale: &Scale,
    campaign: CampaignId,
    search: &ContactSearch,
) -> Result<(Latencies, usize), BenchError> {
    let viewer = &seeded.admin;
    let mut durations = Vec::new();
    let mut rows = 0;
    for round in 0..scale.rounds {
        let begun = Instant::now();
        let page = list(store, viewer, campaign, search, None).await?;
        durations.push(begun.elapsed());
        rows = page.rows.len();
        if let (Some(next), true) = (page.next, round % 2 == 1) {
            let begun = Instant::now();
            list(store, viewer, campaign, search, Some(next)).await?;
            durations.push(begun.elapsed());
        }
    }
    Ok((Latencies::of(durations), rows))
}
