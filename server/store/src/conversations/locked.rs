//! A conversation under its lock: all that a send depends on, and whether the page that sends may.

use super::held_before::HELD_BEFORE;
use super::holding::HOLDER;
use crate::rules::{CAMPAIGN_LAUNCHED, CAMPAIGN_OPEN, ESCALATED_ELSEWHERE, NOW, OPEN_NOW, ZONES};
use crate::{Store, StoreError};
use app::domain::{ConversationId, PageState, Viewer};
use app::error::AppError;
use chrono::{DateTime, Utc};
use const_format::formatcp;
use sentences::page;

/// The conversation as it is under the lock.
#[derive(sqlx::FromRow)]
pub(super) struct Locked {
    pub campaign_id: i64,
    pub assigned_to: Option<i64>,
    /// The name of whoever holds it, if anybody but the sender does.
    holder: Option<String>,
    released_from: Option<i64>,
    pub lease_epoch: i32,
    pub status: String,
    pub opted_out: bool,
    /// It is escalated to teams that the sender is not in.
    pub escalated_elsewhere: bool,
    pub waiting_since: Option<DateTime<Utc>>,
    pub auto_release: bool,
    pub campaign_open: bool,
    pub campaign_paused: bool,
    pub open_now: bool,
    pub opens: String,
    pub own_number: Option<String>,
    known: bool,
    last_text: Option<i64>,
    /// The sender's own last text.
    own_text: Option<i64>,
    /// Whether it has the words that are to be sent.
    said: bool,
    /// Whether it is so new that the same words are taken for the same text.
    said_lately: bool,
}

/// What the fence says.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fence {
    /// The viewer holds it, and the page knows the latest.
    Holds,
    /// It was released from the viewer and nobody took it. What was escalated since is for those who handle its tags.
    TakesBack,
}

impl Locked {
    /// Whether a page may send, and what that does.
    pub fn fence(&self, viewer: &Viewer, page: PageState, first: bool) -> Result<Fence, AppError> {
        let (me, page_epoch) = (Some(viewer.member.0), page.lease_epoch);
        let fence = match self.assigned_to {
            holder if holder == me && self.lease_epoch == page_epoch => Fence::Holds,
            None if self.released_from == me
                && self.lease_epoch == page_epoch + 1
                && !self.escalated_elsewhere =>
            {
                Fence::TakesBack
            }
            // Theirs once more, or in the pool after somebody else had it or escalated it: the page is old.
            holder if holder == me || (holder.is_none() && self.known) => {
                return Err(AppError::PageOutdated);
            }
            _ => {
                return Err(match &self.holder {
                    Some(name) if self.known => {
                        AppError::TakenByAnother(page::taken_by_another(name))
                    }
                    _ => AppError::NotFound,
                });
            }
        };
        if self.was_sent_since(page, first) {
            return Err(AppError::PageOutdated);
        }
        Ok(fence)
    }

    /// Whether the page of a reviewer knows the latest, whoever holds the conversation.
    pub fn review_fence(&self, page: PageState) -> Result<(), AppError> {
        if self.lease_epoch != page.lease_epoch || self.was_sent_since(page, false) {
            return Err(AppError::PageOutdated);
        }
        Ok(())
    }

    /// Whether the text was sent before: the button was pressed twice, or once more because no answer came back. A page
    /// that knows the last text means another one; so does one that does not, in a while, unless it is a first text, of
    /// which there is one. After a second pass the page of the next one knows the first.
    pub fn was_sent_before(&self, page: PageState, first: bool) -> bool {
        let is_news = page.last_text.map(|text| text.0) < self.own_text;
        is_news && self.said && (first || self.said_lately)
    }

    /// Whether a text was sent since the page was opened, from it or from another. A page of a first text knows none,
    /// unless the contact is messaged for a second time.
    fn was_sent_since(&self, page: PageState, first: bool) -> bool {
        (first || page.last_text.is_some()) && page.last_text.map(|text| text.0) != self.last_text
    }
}

/// How many texts are counted that wait for the turn of a number, or until the carrier takes more of it. Numbers with more
/// are as good as each other.
const MAX_WAITING: i32 = 500;

/// `$1` organization, `$2` clock, `$3` the sender, `$4` conversation, `$5` the text, `$6` whether Twilio carries texts.
pub(crate) const LOCKED: &str = formatcp!(
    "select cv.campaign_id, cv.assigned_to, {HOLDER} as holder, cv.released_from, cv.lease_epoch,
            cv.status::text, cv.waiting_since, ca.auto_release_minutes is not null as auto_release,
            cv.opted_out or exists (select from opt_out o
                                     where o.organization_id = cv.organization_id and o.cell = co.cell)
                as opted_out,
            {ESCALATED_ELSEWHERE} as escalated_elsewhere,
            {CAMPAIGN_OPEN} as campaign_open,
            {CAMPAIGN_LAUNCHED} and ca.paused_at is not null as campaign_paused,
            {OPEN_NOW} as open_now,
            to_char(ca.texting_from, 'HH24:MI') as opens,
            coalesce((select m.own_number from message m
                       where m.organization_id = cv.organization_id and m.conversation_id = cv.id
                       order by m.id desc limit 1),
                     -- The number with the fewest texts that wait for its turn, or that the carrier takes later; only
                     -- where there is a choice they are counted, from `outbox_paced` and `outbox_deferred`. Of those with
                     -- as many, the one that hashes lowest together with the contact's: even over contacts, the same
                     -- again for this one, and another number takes over only its own share.
                     (select s.number
                        from (select number, organization_id, count(*) over () > 1 as is_choice
                                from sending_number
                               where organization_id = cv.organization_id and out_of_use_at is null
                                 and (service <> 'twilio' or $6)) s
                       order by case when s.is_choice
                                     then (select count(*)
                                             from (select 1 from outbox o
                                                    where o.state = 'paced' and o.organization_id = s.organization_id
                                                      and o.paced_number = s.number
                                                   union all
                                                   select 1 from outbox o
                                                    where o.state = 'queued' and o.deferred_since is not null
                                                      and o.organization_id = s.organization_id
                                                      and o.paced_number = s.number
                                                    limit {MAX_WAITING}) waiting)
                                end,
                                hashtextextended(co.cell || s.number, 0), s.number
                       limit 1)) as own_number,
            {HELD_BEFORE} as known,
            (select max(m.id) from message m
              where m.organization_id = cv.organization_id and m.conversation_id = cv.id
                and m.direction = 'outbound') as last_text,
            own.id as own_text,
            coalesce(own.body = $5, false) as said,
            coalesce(own.created_at > {NOW} - interval '10 minutes', false) as said_lately
       from conversation cv
       join contact co on co.organization_id = cv.organization_id and co.id = cv.id
       join campaign ca on ca.organization_id = cv.organization_id and ca.id = cv.campaign_id
       join {ZONES} zone on zone.id = coalesce(cv.time_zone_id, ca.time_zone_id)
       left join lateral (select m.id, m.body, m.created_at
                            from message m
                           where m.organization_id = cv.organization_id and m.conversation_id = cv.id
                             and m.sent_by = $3
                           order by m.id desc
                           limit 1) own on true
      where cv.organization_id = $1 and cv.id = $4"
);

/// Locks the row and reads all that a send depends on.
#[tracing::instrument(name = "db.conversation.lock", skip_all, fields(%id))]
pub(super) async fn lock(
    store: &Store,
    transaction: &mut sqlx::PgConnection,
    viewer: &Viewer,
    id: ConversationId,
    body: &str,
) -> Result<Locked, StoreError> {
    // The lock is a statement of its own: what is read after it is what it was waited for. The member is locked as
    // their own texts lock them anyway, by the reference to who sent: so a suspension comes before or after the text.
    let locked = sqlx::query_scalar!(
        r#"select m.role <> 'suspended' as "may_text!"
             from conversation cv
             join member m on m.organization_id = cv.organization_id and m.id = $3
            where cv.organization_id = $1 and cv.id = $2
              for update of cv for key share of m"#,
        viewer.organization.0,
        id.0,
        viewer.member.0,
    )
    .fetch_optional(&mut *transaction)
    .await?
    .ok_or(AppError::NotFound)?;
    if !locked {
        return Err(AppError::NotAllowed.into());
    }
    Ok(sqlx::query_as(LOCKED)
        .bind(viewer.organization.0)
        .bind(store.clock.pinned())
        .bind(viewer.member.0)
        .bind(id.0)
        .bind(body)
        .bind(store.carries_twilio)
        .fetch_one(&mut *transaction)
        .await?)
}
