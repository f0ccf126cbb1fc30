//! Tags and what they are used for.

use crate::count::clamp;
use crate::{Store, StoreError};
use app::domain::{OrganizationId, TagId};
use app::ports::TagRow;

struct Row {
    id: i64,
    title: String,
    escalation: bool,
    conversations: i64,
    teams: i64,
}

/// All that have `search` in their title, or one of them, by title in the order of the Unicode root collation.
#[tracing::instrument(name = "db.tag.list", skip_all, fields(%organization))]
pub(super) async fn list(
    store: &Store,
    organization: OrganizationId,
    tag: Option<TagId>,
    search: &str,
) -> Result<Vec<TagRow>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as!(
        Row,
        r#"select tag.id, tag.title, tag.escalation,
                (select count(*) from conversation_tag ct
                  where ct.organization_id = tag.organization_id and ct.tag_id = tag.id) as "conversations!",
                (select count(*) from team_tag tt
                  where tt.organization_id = tag.organization_id and tt.tag_id = tag.id) as "teams!"
           from tag
          where tag.organization_id = $1 and ($2::bigint is null or tag.id = $2)
            and ($3 = '' or position(fold_text($3) in fold_text(tag.title)) > 0)
          order by lower(tag.title collate "und-x-icu"), tag.id"#,
        organization.0,
        tag.map(|tag| tag.0),
        search.trim(),
    )
    .fetch_all(&store.pool)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| TagRow {
            id: TagId(row.id),
            title: row.title,
            escalation: row.escalation,
            conversations: clamp(row.conversations),
            teams: clamp(row.teams),
        })
        .collect())
}
