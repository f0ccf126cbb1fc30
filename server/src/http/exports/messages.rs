//! `GET /campaigns/{id}/messages.csv`: every text of a campaign, thread by thread, for admins; and the same lines for the
//! command line.

use super::csv_line::CsvLine;
use super::download::{Part, download, parts};
use crate::http::AppState;
use app::domain::{Admin, AuditAction, AuditSubject, CampaignId, DeliveryFailure};
use app::error::AppError;
use app::ports::Campaigns;
use app::view_models::failure_words;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum::{Router, routing::get};
use chrono::SecondsFormat;
use futures::stream::Stream;
use server_auth::{AllowedForNow, Refused};
use server_store::audit::{Change, record_alone};
use server_store::database::{RESPOND_WITHIN, answered};
use server_store::exports::{ExportedMessage, MessageKey, Thread, messages, threads};
use server_store::{Store, StoreError};

/// How many messages are read at a time.
const CHUNK: u16 = 1000;
/// How many threads are looked for at a time.
const THREADS: u16 = 500;

pub(super) fn routes() -> Router<AppState> {
    Router::new().route("/campaigns/{id}/messages.csv", get(export))
}

/// Where the next messages are.
enum Position {
    /// In threads that are still to be looked for, after this cell.
    After(Option<String>),
    /// In these threads, after this message.
    Within(Vec<Thread>, MessageKey),
}

/// Streams the lines.
async fn export(
    State(state): State<AppState>,
    AllowedForNow(admin, still_allowed): AllowedForNow<Admin>,
    Path(campaign): Path<String>,
) -> Response {
    let Ok(campaign) = campaign.parse::<CampaignId>() else {
        return Refused(AppError::NotFound).into_response();
    };
    let name = format!("campaign-{campaign}-messages.csv");
    match export_messages(state.store.clone(), admin, campaign).await {
        Ok(lines) => download(still_allowed, &name, lines),
        Err(error) => Refused(error).into_response(),
    }
}

/// Records the export, and gives its lines: the header, and then one for each message, those of a thread together, oldest
/// first.
///
/// # Errors
/// No such campaign; the database.
pub async fn export_messages(
    store: Store,
    admin: Admin,
    campaign: CampaignId,
) -> Result<impl Stream<Item = Result<String, AppError>> + Send, AppError> {
    store.find(&admin, campaign).await?;
    let change = Change::new(
        AuditAction::MessagesExported,
        AuditSubject::Campaign(campaign),
    );
    let recorded = record_alone(&store, admin.actor(), change);
    answered(RESPOND_WITHIN, recorded).await?;
    Ok(parts(head(), Position::After(None), move |position| {
        let (store, admin) = (store.clone(), admin.clone());
        async move {
            let part = next_part(&store, &admin, campaign, position);
            Ok(answered(RESPOND_WITHIN, part).await?)
        }
    }))
}

async fn next_part(
    store: &Store,
    admin: &Admin,
    campaign: CampaignId,
    position: Position,
) -> Result<Part<Position>, StoreError> {
    let (found, after) = match position {
        Position::After(cell) => {
            let found = threads(store, admin, campaign, cell.as_deref(), THREADS).await?;
            (found, (0, 0))
        }
        Position::Within(found, after) => (found, after),
    };
    let Some(last_cell) = found.last().map(|thread| thread.cell.clone()) else {
        return Ok(Part {
            lines: String::new(),
            next: None,
        });
    };
    let ids: Vec<i64> = found.iter().map(|thread| thread.id).collect();
    let page = messages(store, admin, &ids, after, CHUNK).await?;
    let last = page.last().filter(|_| page.len() == usize::from(CHUNK));
    let next = match last {
        Some(last) => Position::Within(found, (last.conversation_id, last.id)),
        None => Position::After(Some(last_cell)),
    };
    Ok(Part {
        lines: page.iter().map(line).collect(),
        next: Some(next),
    })
}

fn head() -> String {
    let mut line = CsvLine::new();
    for name in [
        "message",
        "contact",
        "cell",
        "first name",
        "last name",
        "at (UTC)",
        "direction",
        "texter",
        "own number",
        "text",
        "erased",
        "state",
        "reason",
        "error",
    ] {
        line.field(name);
    }
    line.end()
}

fn line(message: &ExportedMessage) -> String {
    let mut line = CsvLine::new();
    line.field(&message.id.to_string());
    line.field(&message.conversation_id.to_string());
    line.field(&message.cell);
    line.field(&message.first_name);
    line.field(&message.last_name);
    line.field(&message.at.to_rfc3339_opts(SecondsFormat::Secs, true));
    line.field(if message.outbound {
        "outbound"
    } else {
        "inbound"
    });
    line.field(message.sent_by.as_deref().unwrap_or_default());
    line.field(&message.own_number);
    line.field(&message.body);
    line.field(if message.erased { "yes" } else { "no" });
    line.field(message.state.as_deref().unwrap_or_default());
    line.field(&reason(message).unwrap_or_default());
    line.field(message.error.as_deref().unwrap_or_default());
    line.end()
}

/// Why it failed, if it did.
fn reason(message: &ExportedMessage) -> Option<String> {
    let failed = message.state.as_deref() == Some("failed");
    let kept = || DeliveryFailure::kept(message.failure_code, message.error.clone());
    failed.then(|| failure_words(&kept()))
}
