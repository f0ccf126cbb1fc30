//! The teams that a member is not on.

use crate::{Store, StoreError};
use app::domain::{MemberId, OrganizationId, TeamId};
use app::ports::{OtherTeams, PersonTeam};

const PAGE: usize = 50;

/// The first ones by title in the order of the Unicode root collation, of those that have `search` in it.
#[tracing::instrument(name = "db.person.other_teams", skip_all, fields(%member))]
pub(super) async fn other_teams(
    store: &Store,
    organization: OrganizationId,
    member: MemberId,
    search: &str,
) -> Result<OtherTeams, StoreError> {
    let mut rows = sqlx::query!(
        r#"select t.id, t.title
           from team t
          where t.organization_id = $1
            and ($3 = '' or position(fold_text($3) in fold_text(t.title)) > 0)
            and not exists (select from team_member tm
                             where tm.organization_id = $1 and tm.team_id = t.id and tm.member_id = $2)
          order by lower(t.title collate "und-x-icu"), t.id
          limit $4"#,
        organization.0,
        member.0,
        search.trim(),
        // One more than are shown tells whether there are others.
        PAGE as i64 + 1,
    )
    .fetch_all(&store.pool)
    .await?;
    let has_more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let teams = rows.into_iter().map(|row| PersonTeam {
        id: TeamId(row.id),
        title: row.title,
    });
    Ok(OtherTeams {
        teams: teams.collect(),
        has_more,
    })
}
