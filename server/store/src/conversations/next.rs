//! What a texter turns to next.

use super::hours::open_on_campaign;
use super::inbox::inbox;
use crate::rules::{CAMPAIGN_OPEN, UNHANDLED, UNSENT};
use crate::{Store, StoreError};
use app::domain::{CampaignId, ConversationId, PoolKind, Viewer};
use const_format::formatcp;

/// `$1` organization, `$2` clock, `$3` the texter, `$4` campaign, `$5` conversations that are excepted, `$6` also outside
/// the texting hours of the contact.
///
/// The first of what the texter holds on the campaign.
macro_rules! next_on {
    ($what:expr, $order:literal) => {
        formatcp!(
            "select cv.id
               from conversation cv
               join campaign ca on ca.organization_id = cv.organization_id and ca.id = cv.campaign_id
              where cv.organization_id = $1
                and cv.assigned_to = $3
                and cv.campaign_id = $4
                and cv.id <> all($5)
                and not cv.opted_out
                and {WHAT}
                and {CAMPAIGN_OPEN}
                and ($6 or {OPEN})
              order by {ORDER}
              limit 1",
            WHAT = $what,
            OPEN = open_on_campaign!("$4"),
            ORDER = $order
        )
    };
}

pub(crate) const REPLY: &str = next_on!(UNHANDLED, "cv.waiting_since, cv.id");
pub(crate) const INITIAL: &str = next_on!(UNSENT, "cv.id");

/// The longest waiting reply, or the next first text in the order of the import: of contacts who can be texted now, else of
/// the others.
pub(super) async fn on(
    store: &Store,
    viewer: &Viewer,
    campaign: CampaignId,
    kind: PoolKind,
) -> Result<Option<ConversationId>, StoreError> {
    let open = open_on(store, viewer, campaign, kind, &[]).await?;
    match open {
        Some(open) => Ok(Some(open)),
        None => first_on(store, viewer, campaign, kind, &[], true).await,
    }
}

/// The same of contacts who can be texted now alone, and none of those that are excepted.
pub(super) async fn open_on(
    store: &Store,
    viewer: &Viewer,
    campaign: CampaignId,
    kind: PoolKind,
    except: &[ConversationId],
) -> Result<Option<ConversationId>, StoreError> {
    first_on(store, viewer, campaign, kind, except, false).await
}

#[tracing::instrument(name = "db.conversation.next_on", skip_all, fields(%campaign))]
async fn first_on(
    store: &Store,
    viewer: &Viewer,
    campaign: CampaignId,
    kind: PoolKind,
    except: &[ConversationId],
    at_any_hour: bool,
) -> Result<Option<ConversationId>, StoreError> {
    let next = match kind {
        PoolKind::Replies => REPLY,
        PoolKind::Initials => INITIAL,
    };
    let id: Option<i64> = sqlx::query_scalar(next)
        .bind(viewer.organization.0)
        .bind(store.clock.pinned())
        .bind(viewer.member.0)
        .bind(campaign.0)
        .bind(except.iter().map(|id| id.0).collect::<Vec<_>>())
        .bind(at_any_hour)
        .fetch_optional(&store.pool)
        .await?;
    Ok(id.map(ConversationId))
}

/// After this conversation, whether it was dealt with by now or will be: the next first text of its campaign if nobody
/// answered in it yet, else the longest waiting reply; none of those that are excepted, and none of contacts whose texting
/// hours are over: each of them would be refused, and come next again.
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
        let next = open_on(store, viewer, campaign, PoolKind::Initials, &except).await?;
        if next.is_some() {
            return Ok(next);
        }
    }
    let waiting = inbox(
        store,
        viewer,
        None,
        0,
        u32::try_from(except.len() + 1).unwrap_or(u32::MAX),
    )
    .await?;
    // Those who can be texted now come first.
    let mut open = waiting.iter().filter(|entry| entry.closed.is_empty());
    let next = open.find(|entry| !except.contains(&entry.id));
    Ok(next.map(|entry| entry.id))
}
