//! Tests of the demo on a real database: its creation, its consistency and its variety.

mod consistency;
mod creation;
mod variety;

use super::{ContactFile, create};
use app::domain::{AuditActor, CampaignId, ImportReport};
use server_store::Store;
use server_store::clock::Clock;
use server_store::contacts::{Addition, NewContact, Staging};
use server_store::testing::noon;
use sqlx::PgPool;

/// A store with the demo, created at [`noon`].
async fn demo(pool: PgPool) -> Store {
    let store = Store::with_clock(pool, Clock::pinned_at(noon()));
    create(&store, importer(&store)).await.unwrap().unwrap();
    store
}

/// An importer that adds the rows that have a number in the form of the file, which is read properly where `serve` creates
/// the demo.
fn importer(
    store: &Store,
) -> impl AsyncFnOnce(AuditActor, CampaignId, ContactFile) -> Result<(), String> {
    async move |actor, campaign, file| {
        let mut staging = Staging::open(store).await.unwrap();
        for (line, row) in (1..).zip(file.text.lines()).skip(1) {
            let fields: Vec<&str> = row.split(',').collect();
            let digits: String = fields[2].chars().filter(char::is_ascii_digit).collect();
            if !fields[2].starts_with('(') || digits.starts_with("800") {
                continue;
            }
            let contact = NewContact {
                first_name: fields[0].to_owned(),
                last_name: fields[1].to_owned(),
                cell: format!("+1{digits}").parse().unwrap(),
                zone: None,
                external_id: Some(fields[5].to_owned()),
                custom_fields: [("town".to_owned(), fields[6].into())]
                    .into_iter()
                    .collect(),
            };
            staging.push(line, fields[2], &contact).await.unwrap();
        }
        let addition = Addition {
            campaign,
            file_name: file.name.to_owned(),
            claim: None,
            replace: false,
        };
        let report = |added: server_store::contacts::Added| ImportReport {
            added: added.contacts,
            ..ImportReport::default()
        };
        staging.add_to(actor, &addition, report).await.unwrap();
        Ok(())
    }
}

/// The number that the query returns.
async fn count(store: &Store, query: &'static str) -> i64 {
    sqlx::query_scalar(query)
        .fetch_one(&store.pool)
        .await
        .unwrap()
}

/// Fails if the query, which looks for an inconsistency, returns a row.
async fn assert_no_rows(store: &Store, what: &str, query: &'static str) {
    let rows = sqlx::query(query).fetch_all(&store.pool).await.unwrap();
    assert_eq!(rows.len(), 0, "{what}");
}
