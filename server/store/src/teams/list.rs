//! Teams as the list shows them.

use crate::count::clamp;
use crate::{Store, StoreError};
use app::domain::{OrganizationId, TeamId};
use app::ports::TeamRow;

struct Row {
    id: i64,
    title: String,
    priority: i32,
    enabled: bool,
    members: i64,
    campaigns: i64,
    tags: Vec<String>,
}

/// All that have `search` in their title, or one of them, by priority and title, titles in the order of the Unicode root
/// collation.
#[tracing::instrument(name = "db.team.list", skip_all, fields(%organization))]
pub(super) async fn list(
    store: &Store,
    organization: OrganizationId,
    team: Option<TeamId>,
    search: &str,
) -> Result<Vec<TeamRow>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as!(
        Row,
        r#"select t.id, t.title, t.priority, p.enabled,
                (select count(*) from team_member tm
                  where tm.organization_id = t.organization_id and tm.team_id = t.id) as "members!",
                (select count(*) from team_campaign tc
                  where tc.organization_id = t.organization_id and tc.team_id = t.id) as "campaigns!",
                array(select tag.title
                        from team_tag tt
                        join tag on tag.organization_id = tt.organization_id and tag.id = tt.tag_id
                       where tt.organization_id = t.organization_id and tt.team_id = t.id and tag.escalation
                       order by lower(tag.title collate "und-x-icu"), tag.id) as "tags!"
           from team t
           join pool p on p.organization_id = t.organization_id and p.team_id = t.id
          where t.organization_id = $1 and ($2::bigint is null or t.id = $2)
            and ($3 = '' or position(fold_text($3) in fold_text(t.title)) > 0)
          order by t.priority, lower(t.title collate "und-x-icu"), t.id"#,
        organization.0,
        team.map(|team| team.0),
        search.trim(),
    )
    .fetch_all(&store.pool)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| TeamRow {
            id: TeamId(row.id),
            title: row.title,
            priority: row.priority,
            members: clamp(row.members),
            campaigns: clamp(row.campaigns),
            tags: row.tags,
            enabled: row.enabled,
        })
        .collect())
}
