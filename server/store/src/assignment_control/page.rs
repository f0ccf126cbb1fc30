//! The page: what is set, pool by pool and for the organization.

use super::waiting::fills;
use crate::count::clamp;
use crate::requests::pool_counts;
use crate::{Store, StoreError, stored_word};
use app::domain::{Age, OrganizationId, PoolId, PoolKind, TeamId};
use app::error::AppError;
use app::ports::{AssignmentPage, PoolFill, PoolRow, PoolSettings, PoolTeam, RequestRules};

struct House {
    assignment_version: i32,
    requests_enabled: bool,
    requests_disabled_message: String,
    default_approval_level: String,
    finish_replies_first: bool,
    most_open_replies: Option<i32>,
    most_texts_per_day: Option<i32>,
}

struct Row {
    id: i64,
    enabled: bool,
    kind: String,
    max_per_request: i32,
    team_id: Option<i64>,
    team_title: Option<String>,
    members: i64,
    tags: Vec<String>,
}

impl Row {
    fn with(self, fills: &[PoolFill]) -> Result<PoolRow, StoreError> {
        let pool = PoolId(self.id);
        let kind: PoolKind = stored_word(&self.kind)?;
        let fill = fills.iter().find(|fill| fill.pool == pool);
        Ok(PoolRow {
            settings: PoolSettings {
                pool,
                enabled: self.enabled,
                kind,
                max_per_request: self.max_per_request,
            },
            // A pool that came between two statements is empty for a moment.
            fill: fill.copied().unwrap_or(PoolFill {
                pool,
                kind,
                waiting: 0,
                oldest_wait: None::<Age>,
            }),
            team: self
                .team_id
                .zip(self.team_title)
                .map(|(id, title)| PoolTeam {
                    id: TeamId(id),
                    title,
                    members: clamp(self.members),
                    tags: self.tags,
                }),
        })
    }
}

/// All of it. The version is read first: what is saved after that is noticed by whoever saves this page.
#[tracing::instrument(name = "db.assignment.page", skip_all, fields(%organization))]
pub(super) async fn page(
    store: &Store,
    organization: OrganizationId,
) -> Result<AssignmentPage, StoreError> {
    let house: House = sqlx::query_as!(
        House,
        r#"select assignment_version, requests_enabled, requests_disabled_message,
                default_approval_level::text as "default_approval_level!", finish_replies_first, most_open_replies, most_texts_per_day
           from organization where id = $1"#,
        organization.0,
    )
    .fetch_optional(&store.pool)
    .await?
    .ok_or(AppError::NotFound)?;
    let rows: Vec<Row> = sqlx::query_as!(
        Row,
        r#"select p.id, p.enabled, p.kind::text as "kind!", p.max_per_request, p.team_id, t.title as "team_title?",
                (select count(*) from team_member tm
                  where tm.organization_id = p.organization_id and tm.team_id = p.team_id) as "members!",
                array(select tag.title
                        from team_tag tt
                        join tag on tag.organization_id = tt.organization_id and tag.id = tt.tag_id
                       where tt.organization_id = p.organization_id and tt.team_id = p.team_id and tag.escalation
                       order by tag.title) as "tags!"
           from pool p
           left join team t on t.organization_id = p.organization_id and t.id = p.team_id
          where p.organization_id = $1
          order by t.id is null, t.priority, t.title"#,
        organization.0,
    )
    .fetch_all(&store.pool)
    .await?;
    let pool_counts = pool_counts(store, organization).await?;
    let fills = fills(store, organization, &pool_counts).await?;
    Ok(AssignmentPage {
        version: house.assignment_version,
        rules: RequestRules {
            requests_enabled: house.requests_enabled,
            requests_disabled_message: house.requests_disabled_message,
            default_approval_level: stored_word(&house.default_approval_level)?,
            finish_replies_first: house.finish_replies_first,
            most_open_replies: house.most_open_replies,
            most_texts_per_day: house.most_texts_per_day,
        },
        pools: rows
            .into_iter()
            .map(|row| row.with(&fills))
            .collect::<Result<_, _>>()?,
    })
}
