//! What a texter turns to next.

use super::inbox::inbox;
use crate::rules::{CAMPAIGN_OPEN, UNHANDLED, UNSENT};
use crate::{Store, StoreError};
use app::domain::{CampaignId, ConversationId, PoolKind, Viewer};
use const_format::formatcp;

/// The first of what the texter `$2` holds on the campaign `$3`, and none of `$4`.
macro_rules! next_on {
    ($what:expr, $order:literal) => {
        formatcp!(
            "select cv.id
               from conversation cv
               join campaign ca on ca.organization_id = cv.organization_id and ca.id = cv.campaign_id
              where cv.organization_id = $1
                and cv.assigned_to = $2
                and cv.campaign_id = $3
                and cv.id <> all($4)
                and not cv.opted_out
                and {WHAT}
                and {CAMPAIGN_OPEN}
              order by {ORDER}
              limit 1",
            WHAT = $what,
            ORDER = $order
        )
    };
}

pub(crate) const REPLY: &str = next_on!(UNHANDLED, "cv.waiting_since, cv.id");
pub(crate) const INITIAL: &str = next_on!(UNSENT, "cv.id");

/// The longest waiting reply, or the next first text in the order of the import; none of those that are excepted.
#[tracing::instrument(name = "db.conversation.next_on", skip_all, fields(%campaign))]
pub(super) async fn on(
    store: &Store,
    viewer: &Viewer,
    campaign: CampaignId,
    kind: PoolKind,
    except: &[ConversationId],
) -> Result<Option<ConversationId>, StoreError> {
    let next = match kind {
        PoolKind::Replies => REPLY,
        PoolKind::Initials => INITIAL,
    };
    let id: Option<i64> = sqlx::query_scalar(next)
        .bind(viewer.organization.0)
        .bind(viewer.member.0)
        .bind(campaign.0)
        .bind(except.iter().map(|id| id.0).collect::<Vec<_>>())
        .fetch_optional(&store.pool)
        .await?;
    Ok(id.map(ConversationId))
}

/// After this conversation, whether it was dealt with by now or will be: the next first text of its campaign if nobody
/// answered in it yet, else the longest waiting reply; none of those that are excepted.
#[tracing::instrument(name = "db.conversation.next_after", skip_all, fields(%id))]
pub(super) async fn after(
    store: &Store,
    viewer: &Viewer,
    id: ConversationId,
    except: &[ConversationId],
) -> Result<Option<ConversationId>, StoreError> {
    let except: Vec<_> = except.iter().copied().chain([id]).collect();
    let campaign: Option<i64> = sqlx::query_scalar!(
        // Whoever was opted out before they answered is closed.
        "select cv.campaign_id
           from conversation cv
          where cv.organization_id = $1 and cv.id = $2
            and (cv.status in ('needs_message', 'messaged')
                 or cv.opted_out
                    and not exists (select from message m
                                     where m.organization_id = cv.organization_id and m.conversation_id = cv.id
                                       and m.direction = 'inbound'))",
        viewer.organization.0,
        id.0,
    )
    .fetch_optional(&store.pool)
    .await?;
    if let Some(campaign) = campaign {
        let campaign = CampaignId(campaign);
        let next = on(store, viewer, campaign, PoolKind::Initials, &except).await?;
        if next.is_some() {
            return Ok(next);
        }
    }
    let waiting = inbox(
        store,
        viewer,
        0,
        u32::try_from(except.len() + 1).unwrap_or(u32::MAX),
    )
    .await?;
    let next = waiting.iter().find(|entry| !except.contains(&entry.id));
    Ok(next.map(|entry| entry.id))
}
