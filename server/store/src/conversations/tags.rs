//! The tags that a conversation may carry.

use crate::{Store, StoreError};
use app::domain::{ConversationId, TagChoice, TagId, Viewer};
use const_format::formatcp;

/// SQL over an escalation tag `t`: a team of the member `$3` handles it.
pub(super) const HANDLED: &str = "exists (select
               from team_tag tt
               join team_member tm on tm.organization_id = tt.organization_id and tm.team_id = tt.team_id
              where tt.organization_id = t.organization_id
                and tt.tag_id = t.id
                and tm.member_id = $3)";
/// `$1` organization, `$2` conversation, `$3` the viewer.
pub(crate) const TAGS: &str = formatcp!(
    "select t.id, t.title,
            exists (select from conversation_tag ct
                     where ct.organization_id = t.organization_id
                       and ct.conversation_id = $2 and ct.tag_id = t.id) as is_on,
            t.escalation and not {HANDLED} as takes_away
       from tag t
      where t.organization_id = $1
      order by lower(t.title collate \"und-x-icu\"), t.id"
);

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    title: String,
    is_on: bool,
    takes_away: bool,
}

/// All of the organization, by title, and which of them it carries.
#[tracing::instrument(name = "db.conversation.tags", skip_all, fields(%id))]
pub(super) async fn tags(
    store: &Store,
    viewer: &Viewer,
    id: ConversationId,
) -> Result<Vec<TagChoice>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(TAGS)
        .bind(viewer.organization.0)
        .bind(id.0)
        .bind(viewer.member.0)
        .fetch_all(&store.pool)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| TagChoice {
            id: TagId(row.id),
            title: row.title,
            on: row.is_on,
            takes_away: row.takes_away,
        })
        .collect())
}
