//! Where a reply can be moved that nobody can answer.

use crate::rules::CAMPAIGN_OPEN;
use crate::{Store, StoreError};
use app::domain::{CampaignId, ConversationId, MovableReply, MoveTarget, Viewer};
use app::error::AppError;
use const_format::formatcp;

/// How many campaigns are shown at once.
const MAX_TARGETS: usize = 25;

/// `$1` organization, `$2` the search, `$3` how many.
pub(crate) const TARGETS: &str = formatcp!(
    "select ca.id, ca.title, ca.auto_assign, ca.team_restricted
       from campaign ca
      where ca.organization_id = $1
        and {CAMPAIGN_OPEN}
        and ($2 = '' or position(fold_text($2) in fold_text(ca.title)) > 0)
      order by ca.id desc
      limit $3"
);

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    title: String,
    auto_assign: bool,
    team_restricted: bool,
}

/// The reply and the campaigns, if it can be moved.
#[tracing::instrument(name = "db.conversation.move_targets", skip_all, fields(%id))]
pub(super) async fn movable(
    store: &Store,
    viewer: &Viewer,
    id: ConversationId,
    search: &str,
) -> Result<MovableReply, StoreError> {
    let reply = sqlx::query!(
        r#"select concat_ws(' ', co.first_name, co.last_name) as "contact!", ca.title,
                cv.status = 'needs_response' as "waits!", cv.opted_out,
                ca.archived_at is not null as "archived!"
           from conversation cv
           join contact co on co.organization_id = cv.organization_id and co.id = cv.id
           join campaign ca on ca.organization_id = cv.organization_id and ca.id = cv.campaign_id
          where cv.organization_id = $1 and cv.id = $2"#,
        viewer.organization.0,
        id.0,
    )
    .fetch_optional(&store.pool)
    .await?
    .ok_or(AppError::NotFound)?;
    super::move_refusal::check(reply.waits, reply.opted_out, reply.archived)?;
    let mut rows: Vec<Row> = sqlx::query_as(TARGETS)
        .bind(viewer.organization.0)
        .bind(search.trim())
        // One more than is shown tells whether there are others.
        .bind(MAX_TARGETS as i64 + 1)
        .fetch_all(&store.pool)
        .await?;
    let more = rows.len() > MAX_TARGETS;
    rows.truncate(MAX_TARGETS);
    let target = |row: Row| MoveTarget {
        id: CampaignId(row.id),
        title: row.title,
        auto_assign: row.auto_assign,
        team_restricted: row.team_restricted,
    };
    Ok(MovableReply {
        contact: reply.contact.trim().to_owned(),
        campaign_title: reply.title,
        targets: rows.into_iter().map(target).collect(),
        more,
    })
}
