//! The names of a campaign's custom fields: the columns of its export.

use crate::{Store, StoreError};
use app::domain::{Admin, CampaignId};
use std::collections::BTreeSet;

/// How many contacts are looked at by one statement.
const CHUNK: i64 = 20_000;

struct Chunk {
    last_cell: Option<String>,
    names: Vec<String>,
}

/// The names, in alphabetical order, of the fields that any contact has. Another organization's campaign has none.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.export.custom_fields", skip_all, fields(%campaign))]
pub async fn custom_fields(
    store: &Store,
    admin: &Admin,
    campaign: CampaignId,
) -> Result<Vec<String>, StoreError> {
    let mut names = BTreeSet::new();
    let mut after = None;
    loop {
        // Walks the unique index of a campaign's cells, a chunk at a time.
        let chunk = sqlx::query_as!(
            Chunk,
            r#"with page as (
                   select cell, custom_fields
                     from contact
                    where organization_id = $1 and campaign_id = $2
                      and ($3::text is null or cell > $3)
                    order by cell
                    limit $4
               )
               select max(cell) as last_cell,
                      array(select distinct jsonb_object_keys(custom_fields) from page) as "names!: Vec<String>"
                 from page"#,
            admin.organization.0,
            campaign.0,
            after,
            CHUNK,
        )
        .fetch_one(&store.pool)
        .await?;
        names.extend(chunk.names);
        match chunk.last_cell {
            Some(cell) => after = Some(cell),
            None => return Ok(names.into_iter().collect()),
        }
    }
}
