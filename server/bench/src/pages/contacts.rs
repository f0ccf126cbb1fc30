//! The contacts of one campaign that has many: the whole list, each way to search it, and the page of the draft.

use super::report::SearchLatency;
use super::{Scale, paged};
use crate::BenchError;
use crate::latencies::Latencies;
use crate::seed::Seeded;
use app::domain::CampaignId;
use app::ports::CampaignSetup;
use server_store::Store;
use server_store::contacts::{ContactSearch, list};
use sqlx::PgConnection;

/// From so many contacts on whatever is searched for is there, but for what is searched for in vain.
const ALL_FOUND: i64 = 20_000;
/// From so many on somebody has both of two rare names.
const FEWEST_FOUND: i64 = 1_000_000;
/// So many have a further word.
const FURTHER_FOUND: i64 = 10;

/// What is searched for, how the report calls it, and from how many contacts on something has to be found.
const SEARCHES: [(&str, &str, Option<&str>, i64); 11] = [
    ("all", "", None, 1),
    ("first name of all", "ann", None, 1),
    ("first name of few", "ann77", None, ALL_FOUND),
    ("name", "ann77 smith7", None, ALL_FOUND),
    ("last name of all", "smith", None, 1),
    ("last name of few", "smith12345", None, ALL_FOUND),
    ("further word of many", "nunez", None, FURTHER_FOUND),
    ("further word of few", "nunez77 smith7", None, FEWEST_FOUND),
    ("cell", "+13031000007", Some("3031000007"), ALL_FOUND),
    ("external id", "v7000", Some("7000"), ALL_FOUND),
    ("in vain", "zebra", None, i64::MAX),
];

/// Writes a draft with these contacts, behind all conversations that are there.
pub(super) async fn write(
    connection: &mut PgConnection,
    scale: &Scale,
    seeded: &Seeded,
) -> Result<(), sqlx::Error> {
    let organization = seeded.admin.organization.0;
    let campaign: i64 = sqlx::query_scalar(
        "insert into campaign (organization_id, title, time_zone_id, script)
         select $1, 'Everybody', id, 'Hi {firstName} {lastName}, vote at {site}? {nobody_has_this}' from time_zone where name = 'America/New_York'
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
        "insert into contact (organization_id, id, campaign_id, first_name, last_name, cell, external_id,
                              custom_fields)
         select $1, $2 + n, $3, 'Ann' || n % 997 || case when n % 10 = 0 then ' Núñez' || n % 997 else '' end, 'Smith' || n % 49999, '+1303' || 1000000 + n, 'V' || n,
                jsonb_build_object('site', case when n <> $4 * 7 / 10 + 1 then 'Library ' || n % 300 else '' end, 'ask', '20')
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
    for (name, text, last_digits, found_from) in SEARCHES {
        let search = ContactSearch {
            text: text.into(),
            last_digits: last_digits.map(str::to_owned),
        };
        let (latencies, rows) = read(store, seeded, scale, CampaignId(campaign), &search).await?;
        if rows == 0 && scale.contacts >= found_from {
            return Err(BenchError::Invalid(format!("{name} finds nobody")));
        }
        searches.push(SearchLatency {
            search: name,
            rows,
            latencies,
        });
    }
    if scale.contacts > 0 {
        searches.push(draft(store, seeded, scale, CampaignId(campaign)).await?);
    }
    Ok(searches)
}

async fn read(
    store: &Store,
    seeded: &Seeded,
    scale: &Scale,
    campaign: CampaignId,
    search: &ContactSearch,
) -> Result<(Latencies, usize), BenchError> {
    paged::read(scale.rounds, None, async |after| {
        let page = list(store, &seeded.admin, campaign, search, after).await?;
        Ok((page.rows.len(), page.next))
    })
    .await
}

/// The draft's page with its launch checks: a script that names a field which nobody has, one that is blank for one
/// contact, and two that are blank for nobody.
async fn draft(
    store: &Store,
    seeded: &Seeded,
    scale: &Scale,
    campaign: CampaignId,
) -> Result<SearchLatency, BenchError> {
    let (latencies, lacking) = paged::read(scale.rounds, None::<()>, async |_| {
        let checks = store.settings(&seeded.admin, campaign).await?.checks;
        Ok((
            checks.unknown_fields.len() + checks.blank_fields.len(),
            None,
        ))
    })
    .await?;
    if lacking != 2 {
        let invalid = format!("the launch checks find {lacking} fields lacking");
        return Err(BenchError::Invalid(invalid));
    }
    Ok(SearchLatency {
        search: "its draft, with the launch checks",
        rows: lacking,
        latencies,
    })
}
