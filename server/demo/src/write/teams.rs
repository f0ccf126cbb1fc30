//! The teams with their pools, members, campaigns and tags.

use super::WriteContext;
use crate::error::DemoError;
use crate::teams::TEAMS;
use server_store::teams;
use sqlx::PgConnection;

#[tracing::instrument(name = "db.demo_team.insert", skip_all)]
pub(super) async fn write(
    tx: &mut PgConnection,
    context: &WriteContext,
    campaigns: &[i64],
) -> Result<(), DemoError> {
    let organization = context.organization;
    for plan in &TEAMS {
        let team = teams::create(tx, organization, plan.title, plan.priority).await?;
        sqlx::query(
            "update pool set enabled = true, kind = $3::text::pool_kind
              where organization_id = $1 and team_id = $2",
        )
        .bind(organization.0)
        .bind(team.0)
        .bind(plan.kind.as_str())
        .execute(&mut *tx)
        .await?;
        let members = plan.members.iter().map(|person| context.member(*person));
        let campaign_ids = plan.campaigns.iter().map(|campaign| campaigns[*campaign]);
        let tags = plan.tags.iter().map(|tag| context.tags[*tag]);
        for (insert, ids) in [
            (
                "insert into team_member (organization_id, team_id, member_id) select $1, $2, unnest($3::bigint[])",
                members.collect::<Vec<_>>(),
            ),
            (
                "insert into team_campaign (organization_id, team_id, campaign_id) select $1, $2, unnest($3::bigint[])",
                campaign_ids.collect(),
            ),
            (
                "insert into team_tag (organization_id, team_id, tag_id) select $1, $2, unnest($3::bigint[])",
                tags.collect(),
            ),
        ] {
            sqlx::query(insert)
                .bind(organization.0)
                .bind(team.0)
                .bind(ids)
                .execute(&mut *tx)
                .await?;
        }
    }
    Ok(())
}
