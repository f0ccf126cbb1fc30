use super::inbound_writer::write_queued;
use super::new_text::{NewText, Wrote, without_nul};
use super::write::write;
use crate::database::answered;
use crate::media;
use crate::opt_outs::{self, Source};
use crate::{Store, StoreError};
use app::domain::{CampaignId, ConversationId, MemberId, OrganizationId, PhoneNumber};
use server_message::{InboundText, Keyword};
use sqlx::PgConnection;
use std::time::Duration;

// Carriers deliver once and do not come back after an error, so what can be mended by trying again is
// tried again here: a release locks conversations in an order of its own, and a server that was paused
// holds its locks for five seconds, longer than one attempt waits.
const ATTEMPTS: u32 = 4;
// Long enough for a lost connection to be made anew.
// Four of them end before the carrier gives up, after fifteen seconds.
const ATTEMPT: Duration = Duration::from_millis(3_500);
const RETRY_DELAY: Duration = Duration::from_millis(150);

/// What became of an inbound text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Received {
    /// It is in this thread now.
    Recorded(ConversationId),
    /// It is kept, and belongs to no thread: nobody ever texted that cell from that sender.
    Unmatched,
    /// It was received before; nothing was written.
    Repeated,
    /// Neither the number nor the Messaging Service that it came to is an organization's; nothing was written.
    UnknownNumber,
}

/// Takes in a text, in one transaction: keeps it, puts it into the thread of the most recent outbound
/// text to that cell from that sender, on a campaign that runs if there is one, and opts its writer out if
/// it says stop, or lifts the opt-out that they made if it says start. Who holds the conversation keeps it,
/// unless they are suspended: then it goes into the pool.
///
/// # Errors
/// The database. Nothing was written then; the same text can be delivered again.
#[tracing::instrument(name = "db.message.receive", skip_all, fields(service = %text.service, sid = %text.sid))]
pub async fn receive(store: &Store, text: &InboundText) -> Result<Received, StoreError> {
    let mut attempt = 1;
    loop {
        match answered(ATTEMPT, receive_once(store, text)).await {
            Err(error) if attempt < ATTEMPTS && error.is_passing() => {
                attempt += 1;
                tokio::time::sleep(RETRY_DELAY).await;
            }
            result => return result,
        }
    }
}

async fn receive_once(store: &Store, text: &InboundText) -> Result<Received, StoreError> {
    // What is no cell is in no thread, and cannot be texted anyway.
    let cell: Option<PhoneNumber> = without_nul(&text.from).parse().ok();
    let (wrote, mut affected) = match (&cell, text.keyword()) {
        (Some(cell), Some(Keyword::Stop)) => stop(store, text, cell).await?,
        (Some(cell), Some(Keyword::Start)) => start(store, text, cell).await?,
        _ if !text.media.is_empty() => {
            let wrote = with_media(store, text, cell.as_ref()).await?;
            (wrote, opt_outs::Affected::default())
        }
        _ => {
            let wrote = write_queued(store, NewText::of(text, cell.as_ref()));
            (wrote.await?, opt_outs::Affected::default())
        }
    };
    let Some(organization) = wrote.organization else {
        return Ok(Received::UnknownNumber);
    };
    if !wrote.is_new {
        return Ok(Received::Repeated);
    }
    affected.campaigns.extend(wrote.campaign.map(CampaignId));
    affected.members.extend(wrote.reader.map(MemberId));
    store.notifier.changed(
        OrganizationId(organization),
        affected.campaigns,
        affected.members,
    );
    Ok(match wrote.conversation {
        Some(conversation) => Received::Recorded(ConversationId(conversation)),
        None => Received::Unmatched,
    })
}

/// Takes in a text with what came along. It is written by itself: there are few of them, and those without pay nothing.
async fn with_media(
    store: &Store,
    text: &InboundText,
    cell: Option<&PhoneNumber>,
) -> Result<Wrote, StoreError> {
    let mut tx = store.begin().await?;
    let wrote = write(&mut *tx, &store.clock, &[NewText::of(text, cell)]).await?;
    let wrote = wrote.into_iter().next().unwrap_or_default();
    if let Some(organization) = wrote.organization.filter(|_| wrote.is_new) {
        media::note(&mut tx, OrganizationId(organization), text).await?;
        tx.commit().await?;
    }
    Ok(wrote)
}

/// Takes in a text that says stop, which counts even if nobody texted that cell from this number.
async fn stop(
    store: &Store,
    text: &InboundText,
    cell: &PhoneNumber,
) -> Result<(Wrote, opt_outs::Affected), StoreError> {
    let mut tx = store.begin().await?;
    let Some(organization) = organization(&mut tx, text).await? else {
        return Ok(Default::default());
    };
    // Before the thread is locked: it locks all conversations with that cell, in their order.
    let affected =
        opt_outs::record(&mut tx, &store.clock, organization, cell, Source::Contact).await?;
    let wrote = write(&mut *tx, &store.clock, &[NewText::of(text, Some(cell))]).await?;
    let wrote = wrote.into_iter().next().unwrap_or_default();
    // Of a repeated delivery the opt-out is not kept either: it may have been withdrawn since.
    if wrote.is_new {
        media::note(&mut tx, organization, text).await?;
        tx.commit().await?;
    }
    Ok((wrote, affected))
}

/// Takes in a text that says start, which lifts the opt-out that its writer made, if there is one. The text is a reply
/// like any other then: whoever holds the conversation can answer it.
async fn start(
    store: &Store,
    text: &InboundText,
    cell: &PhoneNumber,
) -> Result<(Wrote, opt_outs::Affected), StoreError> {
    let mut tx = store.begin().await?;
    let Some(organization) = organization(&mut tx, text).await? else {
        return Ok(Default::default());
    };
    // Before the thread is locked, as in `stop`.
    let lifted = opt_outs::lift_by_contact(&mut tx, &store.clock, organization, cell).await?;
    let wrote = write(&mut *tx, &store.clock, &[NewText::of(text, Some(cell))]).await?;
    let wrote = wrote.into_iter().next().unwrap_or_default();
    if !wrote.is_new {
        return Ok((wrote, opt_outs::Affected::default()));
    }
    let affected = match lifted {
        Some((lift, affected)) => {
            name_message(&mut tx, organization, cell, lift, text).await?;
            affected
        }
        None => opt_outs::Affected::default(),
    };
    media::note(&mut tx, organization, text).await?;
    tx.commit().await?;
    Ok((wrote, affected))
}

/// Says in the lift which message it was lifted by, so that the thread can say so.
#[tracing::instrument(name = "db.opt_out_lift.name_message", skip_all)]
async fn name_message(
    tx: &mut PgConnection,
    organization: OrganizationId,
    cell: &PhoneNumber,
    lift: i64,
    text: &InboundText,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update opt_out_lift l
            set message_id = i.message_id
           from inbound i
          where l.organization_id = $1 and l.cell = $2 and l.id = $3
            and i.organization_id = $1 and i.service = $4 and i.service_sid = $5",
        organization.0,
        cell.as_str(),
        lift,
        text.service.as_str(),
        &text.sid.0,
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Whose number it came to, or if that is nobody's, whose Messaging Service. The carrier is part of the question: what
/// Twilio signs says nothing about a number that Twilio does not serve.
#[tracing::instrument(name = "db.sending_number.organization", skip_all)]
async fn organization(
    tx: &mut PgConnection,
    text: &InboundText,
) -> Result<Option<OrganizationId>, sqlx::Error> {
    let id: Option<i64> = sqlx::query_scalar!(
        "select organization_id
           from sending_number
          where number in ($1, $3) and service = $2
          order by number = $1 desc
          limit 1",
        &text.to,
        text.service.as_str(),
        text.messaging_service(),
    )
    .fetch_optional(tx)
    .await?;
    Ok(id.map(OrganizationId))
}
