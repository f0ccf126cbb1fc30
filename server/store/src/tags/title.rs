//! The titles of tags, of which no two that are given differ in case alone.

use crate::StoreError;
use crate::title_lock::lock_titles;
use crate::unique_violation::title_is_taken;
use app::domain::{OrganizationId, TagId};
use sqlx::PgConnection;

/// Refuses a title that another tag than `tag` has, in any case, with this sentence; what is not refused stays free
/// until the transaction ends.
#[tracing::instrument(name = "db.tag.refuse_taken_title", skip_all)]
pub(super) async fn refuse_taken(
    tx: &mut PgConnection,
    organization: OrganizationId,
    tag: Option<TagId>,
    title: &str,
    sentence: &str,
) -> Result<(), StoreError> {
    lock_titles(tx, organization).await?;
    let is_taken = sqlx::query_scalar!(
        r#"select exists (select from tag
                         where organization_id = $1 and id is distinct from $2::bigint
                           and lower(title collate "und-x-icu") = lower($3::text collate "und-x-icu")) as "is_taken!""#,
        organization.0,
        tag.map(|tag| tag.0),
        title,
    );
    if is_taken.fetch_one(tx).await? {
        return Err(title_is_taken(sentence));
    }
    Ok(())
}
