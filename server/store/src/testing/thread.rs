//! Conversations, told as the decision table tells them: in minutes ago.

use super::{World, ago};
use app::domain::{CampaignId, ConversationId, Viewer};
use std::sync::atomic::{AtomicU32, Ordering};

/// A thread to be made; times are minutes before [`noon`](super::noon).
#[derive(Debug, Clone)]
pub struct Thread {
    /// When texts went out.
    pub outbound: Vec<i64>,
    /// When texts came in.
    pub inbound: Vec<i64>,
    /// When its holder got it; `None` = with the first text.
    pub claimed: Option<i64>,
    /// When its holder last typed.
    pub drafted: Option<i64>,
}

impl Thread {
    /// An answer that came in this many minutes ago, to a text of two hours before it.
    pub fn waiting(minutes: i64) -> Self {
        Self {
            outbound: vec![minutes + 120],
            inbound: vec![minutes],
            claimed: None,
            drafted: None,
        }
    }
}

static NEXT_CELL: AtomicU32 = AtomicU32::new(0);

impl World {
    /// Makes the thread, held by `holder` or by nobody.
    pub async fn thread(
        &self,
        campaign: CampaignId,
        holder: Option<&Viewer>,
        thread: &Thread,
    ) -> ConversationId {
        let last_outbound = thread.outbound.iter().min().copied();
        // The definition, in the fixture's own words: the earliest answer after the last text.
        let waiting = thread
            .inbound
            .iter()
            .filter(|at| last_outbound.is_none_or(|out| **at < out))
            .max()
            .copied();
        let held = thread
            .claimed
            .or(thread.outbound.iter().max().copied())
            .map(ago);
        let cell = format!(
            "+1303{:07}",
            NEXT_CELL.fetch_add(1, Ordering::Relaxed) + 2_000_000
        );
        let (id,): (i64,) = sqlx::query_as(
            "with co as (
                 insert into contact (organization_id, campaign_id, first_name, last_name, cell)
                 values ($1, $2, 'Ada', 'Byron', $3) returning id)
             insert into conversation
                    (organization_id, id, campaign_id, assigned_to, waiting_since, held_since, draft_edited_at, status)
             select $1, co.id, $2, $4, $5, $6, $7,
                    case when $5::timestamptz is null then 'messaged' else 'needs_response' end::conversation_status
               from co
             returning id",
        )
        .bind(self.organization.0)
        .bind(campaign.0)
        .bind(cell)
        .bind(holder.map(|holder| holder.member.0))
        .bind(waiting.map(ago))
        .bind(held)
        .bind(thread.drafted.map(ago))
        .fetch_one(&self.store.pool)
        .await
        .unwrap();
        let messages = thread
            .outbound
            .iter()
            .map(|at| ("outbound", at))
            .chain(thread.inbound.iter().map(|at| ("inbound", at)));
        let mut messages: Vec<_> = messages.collect();
        messages.sort_by_key(|(_, at)| std::cmp::Reverse(**at));
        for (direction, at) in messages {
            sqlx::query(
                "insert into message (organization_id, conversation_id, direction, body, own_number, created_at)
                 select $1, $2, $3::text::message_direction, $3 || ' text', number, $4
                   from sending_number where organization_id = $1",
            )
            .bind(self.organization.0)
            .bind(id)
            .bind(direction)
            .bind(ago(*at))
            .execute(&self.store.pool)
            .await
            .unwrap();
        }
        ConversationId(id)
    }

    /// A reply that has been waiting this many minutes and is held by `holder`.
    pub async fn reply(
        &self,
        campaign: CampaignId,
        holder: &Viewer,
        minutes: i64,
    ) -> ConversationId {
        self.thread(campaign, Some(holder), &Thread::waiting(minutes))
            .await
    }

    /// A reply that has been waiting this many minutes in the pool.
    pub async fn pooled(&self, campaign: CampaignId, minutes: i64) -> ConversationId {
        self.thread(campaign, None, &Thread::waiting(minutes)).await
    }
}
