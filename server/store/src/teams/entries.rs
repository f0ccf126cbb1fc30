//! The lists of a team's page, a part at a time.

use crate::{Store, StoreError};
use app::domain::{OrganizationId, TeamId};
use app::ports::{TeamEntries, TeamEntry, TeamList};
use const_format::formatcp;
use sentences::{admin, page};

const PAGE: usize = 25;

/// One list: everything of a kind in the organization, whether it is part of the team, by name and id, in the
/// order of the Unicode root collation.
/// `$1` organization, `$2` team, `$3` part of it or not, `$4` the search, `$5` after which id, `$6` how many.
macro_rules! by_name {
    ($everything:literal, $part:literal) => {
        formatcp!(
            "with listed as ({EVERYTHING})
             select id, name, note
               from listed
              where exists ({PART}) = $3
                and ($4 = '' or position(fold_text($4) in fold_text(name || ' ' || note)) > 0)
                and ($5::bigint is null
                     or (lower(name collate \"und-x-icu\"), id)
                        > (select lower(last.name collate \"und-x-icu\"), last.id from listed last where last.id = $5))
              order by lower(name collate \"und-x-icu\"), id
              limit $6",
            EVERYTHING = $everything,
            PART = $part
        )
    };
}

pub(crate) const MEMBERS: &str = by_name!(
    "select m.id, a.name, a.email as note
       from member m join account a on a.id = m.account_id
      where m.organization_id = $1 and m.role <> 'suspended'",
    "select from team_member part
      where part.organization_id = $1 and part.team_id = $2 and part.member_id = listed.id"
);
/// `$7` are the [`states`] of campaigns.
pub(crate) const CAMPAIGNS: &str = by_name!(
    "select ca.id, ca.title as name,
            ($7::text[])[case when ca.started_at is null then 1 when ca.auto_assign then 2 else 3 end
                         + case when ca.team_restricted then 3 else 0 end] as note
       from campaign ca
      where ca.organization_id = $1 and ca.archived_at is null",
    "select from team_campaign part
      where part.organization_id = $1 and part.team_id = $2 and part.campaign_id = listed.id"
);
pub(crate) const TAGS: &str = by_name!(
    "select tag.id, tag.title as name, '' as note
       from tag
      where tag.organization_id = $1 and tag.escalation",
    "select from team_tag part
      where part.organization_id = $1 and part.team_id = $2 and part.tag_id = listed.id"
);

/// In words; the last three are those of campaigns that are restricted to teams.
fn states() -> Vec<&'static str> {
    vec![
        admin::campaign_draft(),
        admin::campaign_started(),
        page::unassigned_campaign(),
        page::draft_campaign_for_teams(),
        page::started_campaign_for_teams(),
        page::unassigned_campaign_for_teams(),
    ]
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    name: String,
    note: String,
}

/// A part of a list, after a key.
#[tracing::instrument(name = "db.team.entries", skip_all, fields(%team))]
pub(super) async fn entries(
    store: &Store,
    organization: OrganizationId,
    team: TeamId,
    list: TeamList,
    parts: bool,
    search: &str,
    after: Option<i64>,
) -> Result<TeamEntries, StoreError> {
    let query = match list {
        TeamList::Members => MEMBERS,
        TeamList::Campaigns => CAMPAIGNS,
        TeamList::Tags => TAGS,
    };
    let mut query = sqlx::query_as(query)
        .bind(organization.0)
        .bind(team.0)
        .bind(parts)
        .bind(search.trim())
        .bind(after)
        // One more than a page tells whether there is another.
        .bind(PAGE as i64 + 1);
    if list == TeamList::Campaigns {
        query = query.bind(states());
    }
    let mut rows: Vec<Row> = query.fetch_all(&store.pool).await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    Ok(TeamEntries {
        next: rows.last().filter(|_| more).map(|row| row.id),
        entries: rows
            .into_iter()
            .map(|row| TeamEntry {
                id: row.id,
                name: row.name,
                note: row.note,
            })
            .collect(),
    })
}
