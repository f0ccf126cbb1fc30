//! What the filters of Message Review offer to choose from.

use crate::{Store, StoreError};
use app::domain::{CampaignId, MemberId, ReviewFilter, ReviewHolder, TagId, Viewer};
use app::ports::ReviewChoices;

/// So many campaigns are offered, the newest. A link may name any.
const MAX_CAMPAIGNS: i64 = 200;
/// So many members are offered.
const MAX_MEMBERS: i64 = 1_000;
/// So many tags are offered.
const MAX_TAGS: i64 = 500;

/// The newest campaigns, members by name, and tags by title; and what is chosen, wherever it stands.
#[tracing::instrument(name = "db.message_review.choices", skip_all)]
pub(super) async fn choices(
    store: &Store,
    viewer: &Viewer,
    filter: &ReviewFilter,
) -> Result<ReviewChoices, StoreError> {
    let organization = viewer.organization.0;
    let campaigns = sqlx::query!(
        r#"select id as "id!", title as "title!"
             from ((select id, title from campaign
                     where organization_id = $1 and started_at is not null
                     order by id desc limit $3)
                   union
                   select id, title from campaign where organization_id = $1 and id = $2) offered
            order by id desc"#,
        organization,
        filter.campaign.map(|campaign| campaign.0),
        MAX_CAMPAIGNS,
    );
    let campaigns = campaigns.fetch_all(&store.pool).await?;
    let member = match filter.holder {
        Some(ReviewHolder::Member(member)) => Some(member.0),
        _ => None,
    };
    let members = sqlx::query!(
        r#"select m.id, a.name
             from member m
             join account a on a.id = m.account_id
            where m.organization_id = $1
            order by m.id is not distinct from $2 desc, lower(a.name collate "und-x-icu"), m.id
            limit $3"#,
        organization,
        member,
        MAX_MEMBERS,
    );
    let members = members.fetch_all(&store.pool).await?;
    let tags = sqlx::query!(
        r#"select id, title
             from tag
            where organization_id = $1
            order by id is not distinct from $2 desc, lower(title collate "und-x-icu"), id
            limit $3"#,
        organization,
        filter.tag.map(|tag| tag.0),
        MAX_TAGS,
    );
    let tags = tags.fetch_all(&store.pool).await?;
    Ok(ReviewChoices {
        campaigns: campaigns
            .into_iter()
            .map(|row| (CampaignId(row.id), row.title))
            .collect(),
        members: members
            .into_iter()
            .map(|row| (MemberId(row.id), row.name))
            .collect(),
        tags: tags
            .into_iter()
            .map(|row| (TagId(row.id), row.title))
            .collect(),
    })
}
