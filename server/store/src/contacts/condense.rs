//! The sums of a campaign's contacts in fewer rows. Whoever adds, corrects or removes contacts leaves rows whose sums are
//! counts (`contact_count`, `contact_field`), so that nobody waits for another; a campaign whose contacts are corrected one
//! by one would have more and more of them.

use crate::{Store, StoreError};

/// More rows than this of one sum are put together.
const MAX_ROWS: i64 = 20;
/// How many sums are condensed at once.
const SUMS: i64 = 100;
/// How many rows are put together at once. The rest of theirs is left to the next batch: any of them have a sum.
const BATCH: i64 = 5_000;

/// Replaces rows of crowded sums by one each with their sum, a batch of them. Returns how many were replaced. Whoever
/// reads meanwhile has the old rows or the new one, and whoever adds rows waits for nobody.
///
/// # Errors
/// The database.
pub async fn condense_sums(store: &Store) -> Result<u64, StoreError> {
    Ok(condense_counts(store).await? + condense_fields(store).await?)
}

#[tracing::instrument(name = "db.contact.condense_counts", skip_all)]
async fn condense_counts(store: &Store) -> Result<u64, StoreError> {
    // What another server is condensing right now is left to it.
    let replaced = sqlx::query_scalar!(
        r#"with crowded as materialized (
             select organization_id, campaign_id
               from contact_count
              group by organization_id, campaign_id
             having count(*) > $1
              limit $2
         ), batch as materialized (
             select kept.organization_id, kept.campaign_id, kept.id
               from crowded
               join contact_count kept using (organization_id, campaign_id)
              limit $3
                for update of kept skip locked
         ), replaced as (
             delete from contact_count kept
              using batch
              where kept.organization_id = batch.organization_id
                and kept.campaign_id = batch.campaign_id
                and kept.id = batch.id
             returning kept.organization_id, kept.campaign_id, kept.change
         ), sums as (
             insert into contact_count (organization_id, campaign_id, change)
             select organization_id, campaign_id, sum(change)
               from replaced
              group by organization_id, campaign_id
             having sum(change) <> 0
         )
         select count(*) as "replaced!" from replaced"#,
        MAX_ROWS,
        SUMS,
        BATCH,
    )
    .fetch_one(&store.pool)
    .await?;
    Ok(replaced.unsigned_abs())
}

#[tracing::instrument(name = "db.contact.condense_fields", skip_all)]
async fn condense_fields(store: &Store) -> Result<u64, StoreError> {
    // Of those who came with the field blank the newest are kept, as many as are looked at.
    let replaced = sqlx::query_scalar!(
        r#"with crowded as materialized (
             select organization_id, campaign_id, is_custom, field
               from contact_field
              group by organization_id, campaign_id, is_custom, field
             having count(*) > $1
              limit $2
         ), batch as materialized (
             select kept.organization_id, kept.campaign_id, kept.is_custom, kept.field, kept.id
               from crowded
               join contact_field kept using (organization_id, campaign_id, is_custom, field)
              limit $3
                for update of kept skip locked
         ), replaced as (
             delete from contact_field kept
              using batch
              where kept.organization_id = batch.organization_id
                and kept.campaign_id = batch.campaign_id
                and kept.is_custom = batch.is_custom
                and kept.field = batch.field
                and kept.id = batch.id
             returning kept.*
         ), blank as (
             select organization_id, campaign_id, is_custom, field,
                    (array_agg(distinct blank.id order by blank.id desc))[1:100] as some_blank
               from replaced
              cross join lateral unnest(replaced.some_blank) blank (id)
              group by organization_id, campaign_id, is_custom, field
         ), sums as (
             insert into contact_field
                    (organization_id, campaign_id, is_custom, field, present, filled, some_blank)
             select organization_id, campaign_id, is_custom, field, sum(present), sum(filled),
                    coalesce((select blank.some_blank
                                from blank
                               where blank.organization_id = replaced.organization_id
                                 and blank.campaign_id = replaced.campaign_id
                                 and blank.is_custom = replaced.is_custom
                                 and blank.field = replaced.field), '{}')
               from replaced
              group by organization_id, campaign_id, is_custom, field
             having sum(present) <> 0 or sum(filled) <> 0
         )
         select count(*) as "replaced!" from replaced"#,
        MAX_ROWS,
        SUMS,
        BATCH,
    )
    .fetch_one(&store.pool)
    .await?;
    Ok(replaced.unsigned_abs())
}
