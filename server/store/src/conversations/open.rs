//! A conversation, opened by a texter or an admin.

use super::held_before::HELD_BEFORE;
use super::holding::{HOLDER, RELEASED_FROM, holding};
use super::hours::{HOURS_CHANGE_IN, OPENS, closed_hours, hours_refresh_in};
use super::last_names::SEES_LAST_NAMES;
use super::loss_reason::loss_reason;
use super::neighbours::neighbours;
use super::opt_out_notes::opt_out_notes;
use super::release_in::RELEASE_IN;
use super::shown::{PAGE_VERSION, SHOWN, THREAD_VERSION};
use super::tags::tags;
use super::thread::{Part, thread};
use crate::canned_responses::canned_responses;
use crate::rules::{JUDGED_TABLES, NOW};
use crate::{Store, StoreError};
use app::domain::{
    Age, CampaignId, ConversationId, ConversationStatus, ConversationView, DraftView,
    FilledResponse, Holding, ScriptFields, UnknownStatus, Viewer,
};
use app::error::AppError;
use const_format::formatcp;
use sqlx::types::Json;
use std::collections::BTreeMap;

#[derive(sqlx::FromRow)]
struct Row {
    campaign_id: i64,
    campaign_title: String,
    archived: bool,
    paused: bool,
    script: String,
    cell: String,
    first_name: String,
    last_name: String,
    sees_last_names: bool,
    custom_fields: Json<BTreeMap<String, serde_json::Value>>,
    status: String,
    assigned_to: Option<i64>,
    holder: Option<String>,
    released_from: Option<i64>,
    lease_epoch: i32,
    waiting: Option<i64>,
    release_in: Option<i64>,
    opted_out: bool,
    opens: Option<String>,
    hours_change_in: Option<i64>,
    zone: String,
    last_own: Option<i64>,
    wrote_lately: bool,
    thread_version: i64,
    shown: i64,
}

/// `$1` organization, `$2` clock, `$3` the viewer, `$4` conversation, `$5` whether they may see any.
pub(crate) const OPEN: &str = formatcp!(
    "select cv.campaign_id, ca.title as campaign_title, ca.archived_at is not null as archived,
            ca.paused_at is not null as paused, ca.script, co.cell,
            co.first_name, co.last_name, {SEES_LAST_NAMES} as sees_last_names, co.custom_fields, cv.status::text, cv.assigned_to,
            {HOLDER} as holder, {RELEASED_FROM} as released_from, cv.lease_epoch, cv.opted_out,
            case when cv.status = 'needs_response' and not cv.opted_out
                 then extract(epoch from {NOW} - cv.waiting_since)::bigint
            end as waiting,
            {RELEASE_IN} as release_in,
            {OPENS} as opens, {HOURS_CHANGE_IN} as hours_change_in, zone.name as zone,
            (select max(m.id) from message m
              where m.organization_id = cv.organization_id and m.conversation_id = cv.id and m.sent_by = $3) as last_own,
            coalesce((select m.sent_by = $3 and m.created_at > {NOW} - interval '10 minutes'
                        from message m
                       where m.organization_id = cv.organization_id and m.conversation_id = cv.id
                         and m.direction = 'outbound'
                       order by m.id desc
                       limit 1), false) as wrote_lately,
            {PAGE_VERSION} as thread_version, {SHOWN} as shown
       from {JUDGED_TABLES}
       join contact co on co.organization_id = cv.organization_id and co.id = cv.id
      {THREAD_VERSION}
      where cv.organization_id = $1 and cv.id = $4
        and ($5 or cv.assigned_to = $3 or {HELD_BEFORE})"
);

/// What the viewer may see of it: all of it if they hold it, if it was released from them and they may take it back, or if
/// they read all; else only whose it was, their own draft, and what was said until they last wrote.
/// `answered` are conversations whose texts are on their way, see [`neighbours`].
#[tracing::instrument(name = "db.conversation.open", skip_all, fields(%id))]
pub(super) async fn open(
    store: &Store,
    viewer: &Viewer,
    id: ConversationId,
    answered: &[ConversationId],
    reads_all: bool,
) -> Result<ConversationView, StoreError> {
    let row: Row = sqlx::query_as(OPEN)
        .bind(viewer.organization.0)
        .bind(store.clock.pinned())
        .bind(viewer.member.0)
        .bind(id.0)
        .bind(reads_all)
        .fetch_optional(&store.pool)
        .await?
        .ok_or(AppError::NotFound)?;
    let holding = holding(viewer, row.assigned_to, row.released_from);
    let may_read = holding != Holding::Elsewhere || reads_all;
    let status: ConversationStatus = row
        .status
        .parse()
        .map_err(|e: UnknownStatus| StoreError::Corrupt(e.to_string()))?;
    let campaign = CampaignId(row.campaign_id);
    let custom_fields: Vec<(String, String)> = if may_read {
        row.custom_fields.0.into_iter().map(field).collect()
    } else {
        Vec::new()
    };
    let unsent = may_read && status == ConversationStatus::NeedsMessage;
    // To who does not have it, it is nothing to do.
    let among = if may_read {
        status
    } else {
        ConversationStatus::Convo
    };
    let neighbours = neighbours(store, viewer, campaign, id, among, answered).await?;
    let fields = ScriptFields {
        first_name: &row.first_name,
        last_name: &row.last_name,
        cell: &row.cell,
        texter: &viewer.name,
        custom: &custom_fields,
    };
    let (script, responses) = if may_read {
        let responses = filled_responses(store, viewer, campaign, &fields).await?;
        (fields.fill_in(&row.script), responses)
    } else {
        (String::new(), Vec::new())
    };
    let first_text = unsent.then(|| script.clone());
    // After the row: what comes between is shown twice, and not missed.
    let part = match (may_read, row.last_own) {
        (false, None) => Part::default(),
        (true, _) => thread(store, viewer.organization, id, None).await?,
        (false, last_own) => thread(store, viewer.organization, id, last_own).await?,
    };
    Ok(ConversationView {
        id,
        campaign,
        campaign_title: row.campaign_title,
        archived: row.archived,
        paused: row.paused,
        first_name: row.first_name,
        // What is filled in above names it all the same: the contact is to read it.
        last_name: if row.sees_last_names {
            row.last_name
        } else {
            String::new()
        },
        custom_fields,
        status,
        holding,
        why: if holding == Holding::Mine {
            None
        } else {
            loss_reason(store, viewer, id).await?
        },
        holder: row.holder,
        // A page that shows it as released may take it back, which is one step behind by definition.
        lease_epoch: row.lease_epoch - i32::from(holding == Holding::Released),
        waiting: row.waiting.map(Age::from_seconds),
        release_in: row.release_in.map(Age::from_seconds),
        opted_out: row.opted_out,
        closed: closed_hours(row.opens, row.zone)?,
        hours_refresh_in: hours_refresh_in(row.hours_change_in, id.0),
        tags: if may_read {
            tags(store, viewer, id).await?
        } else {
            Vec::new()
        },
        first_text,
        script,
        responses,
        messages: part.messages,
        has_earlier_messages: part.has_earlier,
        opt_outs: if may_read {
            opt_out_notes(store, viewer, id).await?
        } else {
            Vec::new()
        },
        draft: draft(store, viewer, id, may_read).await?,
        wrote_lately: row.wrote_lately,
        previous: neighbours.previous,
        next: neighbours.next,
        thread_version: row.thread_version,
        shown: row.shown,
    })
}

/// The campaign's canned responses with what is known of the contact.
async fn filled_responses(
    store: &Store,
    viewer: &Viewer,
    campaign: CampaignId,
    fields: &ScriptFields<'_>,
) -> Result<Vec<FilledResponse>, StoreError> {
    let mut connection = store.pool.acquire().await?;
    let responses = canned_responses(&mut connection, viewer.organization, campaign).await?;
    let filled = responses.into_iter().filter_map(|response| {
        Some(FilledResponse {
            id: response.id?,
            text: fields.fill_in(&response.body),
            title: response.title,
        })
    });
    Ok(filled.collect())
}

/// A column of the contact, as texters and scripts read it.
pub(super) fn field((name, value): (String, serde_json::Value)) -> (String, String) {
    match value {
        serde_json::Value::String(text) => (name, text),
        other => (name, other.to_string()),
    }
}

/// The viewer's own draft, else (for those who may read the thread) the last of somebody else's who had the conversation,
/// unless the contact has been answered since it was written.
#[tracing::instrument(name = "db.draft.find", skip_all, fields(%id))]
async fn draft(
    store: &Store,
    viewer: &Viewer,
    id: ConversationId,
    may_read: bool,
) -> Result<Option<DraftView>, StoreError> {
    let row = sqlx::query!(
        "select d.body, case when d.member_id <> $3 then a.name end as by
           from draft d
           join member m on m.organization_id = d.organization_id and m.id = d.member_id
           join account a on a.id = m.account_id
          where d.organization_id = $1 and d.conversation_id = $2
            and (d.member_id = $3
                 or $4 and not d.in_review
                    and d.edited_at > coalesce((select m.created_at
                                                  from message m
                                                 where m.organization_id = d.organization_id
                                                   and m.conversation_id = d.conversation_id
                                                   and m.direction = 'outbound'
                                                 order by m.id desc
                                                 limit 1), '-infinity'))
          order by (d.member_id = $3) desc, d.edited_at desc
          limit 1",
        viewer.organization.0,
        id.0,
        viewer.member.0,
        may_read,
    )
    .fetch_optional(&store.pool)
    .await?;
    Ok(row.map(|row| DraftView {
        body: row.body,
        by: row.by,
    }))
}
