//! The campaigns that are left to nobody.

use crate::StoreError;
use crate::count::clamp;
use app::domain::{OrganizationId, TeamId};
use app::ports::TeamPart;
use sqlx::PgConnection;

/// What is about to go.
#[derive(Debug, Clone, Copy)]
pub(super) enum Lost {
    /// The team itself.
    Team,
    /// This part of it.
    Part(TeamPart),
}

/// How many campaigns nobody could take texts of then: they are restricted to teams, this one is theirs, and none of
/// their others has a member. A part that leaves things as they are strands none.
#[tracing::instrument(name = "db.team.count_stranded", skip_all, fields(%team))]
pub(super) async fn stranded(
    connection: &mut PgConnection,
    organization: OrganizationId,
    team: TeamId,
    lost: Lost,
) -> Result<u32, StoreError> {
    let (member, campaign) = match lost {
        Lost::Team => (None, None),
        Lost::Part(TeamPart::Member(member)) => (Some(member.0), None),
        Lost::Part(TeamPart::Campaign(campaign)) => (None, Some(campaign.0)),
        Lost::Part(TeamPart::Tag(_)) => return Ok(0),
    };
    let stranded = sqlx::query_scalar!(
        r#"select count(*) as "count!"
           from team_campaign tc
           join campaign ca on ca.organization_id = tc.organization_id and ca.id = tc.campaign_id
          where tc.organization_id = $1
            and tc.team_id = $2
            and ca.team_restricted
            and ca.archived_at is null
            and not exists (select from team_campaign other
                              join team_member om on om.organization_id = other.organization_id
                                                 and om.team_id = other.team_id
                             where other.organization_id = tc.organization_id
                               and other.campaign_id = tc.campaign_id
                               and other.team_id <> tc.team_id)
            -- A member: the only one.
            and ($3::bigint is null
                 or array(select tm.member_id from team_member tm
                           where tm.organization_id = $1 and tm.team_id = $2 limit 2) = array[$3::bigint])
            -- A campaign: this one, and the team has members who lose it.
            and ($4::bigint is null
                 or tc.campaign_id = $4
                    and exists (select from team_member tm where tm.organization_id = $1 and tm.team_id = $2))"#,
        organization.0,
        team.0,
        member,
        campaign,
    )
    .fetch_one(connection)
    .await?;
    Ok(clamp(stranded))
}
