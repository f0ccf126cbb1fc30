//! The replies that a texter holds, of contacts who wait for an answer.

use super::excerpt::{READ, excerpt};
use super::hours::{OPENS, closed_hours};
use super::last_names::SEES_LAST_NAMES;
use super::release_in::RELEASE_IN;
use crate::count::clamp;
use crate::rules::{AWAITED, JUDGED_TABLES, NOW, OPEN_NOW};
use crate::{Store, StoreError};
use app::domain::{Age, CampaignId, ConversationId, InboxEntry, ReplyCounts, Viewer, contact_name};
use const_format::formatcp;
use sentences::page;
use server_message::may_want_to_opt_out;

/// Of how many messages that a contact wrote since they were answered it is judged whether they may want to opt out.
pub(super) const MAX_JUDGED: i32 = 5;

/// `$1` organization, `$2` clock, `$3` the texter, `$4` how many to pass over, `$5` how many, `$6` the campaign; null =
/// all.
pub(crate) const INBOX: &str = formatcp!(
    "select cv.id, concat_ws(' ', co.first_name, case when {SEES_LAST_NAMES} then co.last_name end) as contact,
            ca.title as campaign_title,
            array(select left(m.body, {READ})
                    from message m
                   where m.organization_id = cv.organization_id and m.conversation_id = cv.id
                     and m.direction = 'inbound' and m.created_at >= cv.waiting_since
                   order by m.id desc
                   limit {MAX_JUDGED}) as unanswered,
            extract(epoch from {NOW} - cv.waiting_since)::bigint as waiting,
            {RELEASE_IN} as release_in, ca.paused_at is not null as paused, {OPENS} as opens, zone.name as zone
       from {JUDGED_TABLES}
       join contact co on co.organization_id = cv.organization_id and co.id = cv.id
      where cv.organization_id = $1
        and cv.assigned_to = $3
        and {AWAITED}
        and ($6::bigint is null or cv.campaign_id = $6)
      order by ca.paused_at is not null, {OPEN_NOW} desc, cv.waiting_since, cv.id
     offset $4
      limit $5"
);

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    contact: String,
    campaign_title: String,
    unanswered: Vec<String>,
    waiting: i64,
    release_in: Option<i64>,
    paused: bool,
    opens: Option<String>,
    zone: String,
}

/// Those who can be texted now, then those outside their texting hours, then those of paused campaigns, longest waiting
/// first, after the first `skip`; of one campaign, or of all. Not after one of them: whoever answers that one would be
/// left without the rest.
#[tracing::instrument(name = "db.conversation.inbox", skip_all)]
pub(super) async fn inbox(
    store: &Store,
    viewer: &Viewer,
    campaign: Option<CampaignId>,
    skip: u32,
    limit: u32,
) -> Result<Vec<InboxEntry>, StoreError> {
    let rows: Vec<Row> = sqlx::query_as(INBOX)
        .bind(viewer.organization.0)
        .bind(store.clock.pinned())
        .bind(viewer.member.0)
        .bind(i64::from(skip))
        .bind(i64::from(limit))
        .bind(campaign.map(|campaign| campaign.0))
        .fetch_all(&store.pool)
        .await?;
    rows.into_iter()
        .map(|row| {
            let closed = closed_hours(row.opens, row.zone)?;
            let may_want_to_opt_out = asks_to_be_left_alone(&row.unanswered);
            let contact = contact_name(&row.contact);
            Ok(InboxEntry {
                id: ConversationId(row.id),
                opt_out: match may_want_to_opt_out {
                    true => page::opt_out_contact(&contact),
                    false => String::new(),
                },
                contact,
                campaign_title: row.campaign_title,
                excerpt: marked_excerpt(&row.unanswered, may_want_to_opt_out),
                waiting: Age::from_seconds(row.waiting),
                release_in: row.release_in.map(Age::from_seconds),
                closed: match closed {
                    _ if row.paused => page::paused_until_resumed().to_owned(),
                    Some(closed) => page::outside_hours_until(&closed.to_string()),
                    None => String::new(),
                },
            })
        })
        .collect()
}

/// The beginning of the first of these messages, after a mark if one of them may ask to be left alone.
fn marked_excerpt(unanswered: &[String], may_want_to_opt_out: bool) -> String {
    let last = unanswered.first().map_or("", String::as_str);
    let beginning = excerpt(last, true);
    if may_want_to_opt_out {
        page::may_want_to_opt_out_and_said(&beginning)
    } else {
        beginning
    }
}

/// Whether one of these messages may ask for that.
pub(super) fn asks_to_be_left_alone(unanswered: &[String]) -> bool {
    unanswered.iter().any(|body| may_want_to_opt_out(body))
}

/// `$1` organization, `$2` clock, `$3` the texter.
pub(crate) const HELD: &str = formatcp!(
    "select count(*) as held,
            count(*) filter (where ca.paused_at is not null) as paused,
            count(*) filter (where ca.paused_at is null and {OPEN_NOW}) as open_now
       from {JUDGED_TABLES}
      where cv.organization_id = $1
        and cv.assigned_to = $3
        and {AWAITED}"
);

#[derive(sqlx::FromRow)]
struct HeldRow {
    held: i64,
    paused: i64,
    open_now: i64,
}

/// How many there are.
#[tracing::instrument(name = "db.conversation.count_held", skip_all)]
pub(super) async fn held(store: &Store, viewer: &Viewer) -> Result<ReplyCounts, StoreError> {
    let row: HeldRow = sqlx::query_as(HELD)
        .bind(viewer.organization.0)
        .bind(store.clock.pinned())
        .bind(viewer.member.0)
        .fetch_one(&store.pool)
        .await?;
    Ok(ReplyCounts {
        all: clamp(row.held),
        open_now: clamp(row.open_now),
        paused: clamp(row.paused),
    })
}
