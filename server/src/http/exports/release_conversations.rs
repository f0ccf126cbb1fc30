//! `GET /releases/{id}/conversations.csv`: the conversations of a release as a file, for admins; and the same lines for the
//! command line.

use super::csv_line::CsvLine;
use super::download::{Part, download, parts};
use crate::http::AppState;
use app::domain::{Admin, AuditAction, AuditSubject, ReleaseId, ReleasedConversation, ReleasedKey};
use app::error::AppError;
use app::ports::Releases;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum::{Router, routing::get};
use chrono::SecondsFormat;
use futures::stream::Stream;
use server_auth::{AllowedForNow, Refused};
use server_store::Store;
use server_store::audit::{Change, record_alone};
use server_store::database::{RESPOND_WITHIN, answered};
use server_store::releases::conversations::conversations;

/// How many conversations are read at a time.
const CHUNK: u16 = 1000;

pub(super) fn routes() -> Router<AppState> {
    Router::new().route("/releases/{id}/conversations.csv", get(export))
}

/// Streams the lines.
async fn export(
    State(state): State<AppState>,
    AllowedForNow(admin, still_allowed): AllowedForNow<Admin>,
    Path(release): Path<String>,
) -> Response {
    let Ok(release) = release.parse::<ReleaseId>() else {
        return Refused(AppError::NotFound).into_response();
    };
    let name = format!("release-{release}.csv");
    match export_release(state.store.clone(), admin, release).await {
        Ok(lines) => download(still_allowed, &name, lines),
        Err(error) => Refused(error).into_response(),
    }
}

/// Records the export, and gives its lines: the header, and then one for each conversation, in the order in which they were
/// taken.
///
/// # Errors
/// No such release; the database.
pub async fn export_release(
    store: Store,
    admin: Admin,
    release: ReleaseId,
) -> Result<impl Stream<Item = Result<String, AppError>> + Send, AppError> {
    store.progress(&admin, release).await?;
    let change = Change::new(AuditAction::ReleaseExported, AuditSubject::Release(release));
    let recorded = record_alone(&store, admin.actor(), change);
    answered(RESPOND_WITHIN, recorded).await?;
    let organization = admin.organization;
    Ok(parts(head(), None, move |after: Option<ReleasedKey>| {
        let store = store.clone();
        async move {
            let page = conversations(&store, organization, release, after, CHUNK);
            let page = answered(RESPOND_WITHIN, page).await?;
            Ok(Part {
                lines: page.rows.iter().map(line).collect(),
                next: page.next.map(Some),
            })
        }
    }))
}

/// The names of the columns.
pub(super) const COLUMNS: [&str; 7] = [
    "at (UTC)",
    "conversation",
    "contact",
    "cell",
    "campaign",
    "texter",
    "held now by",
];

fn head() -> String {
    let mut line = CsvLine::new();
    for name in COLUMNS {
        line.field(name);
    }
    line.end()
}

/// Adds the columns of a conversation.
pub(super) fn fields(line: &mut CsvLine, conversation: &ReleasedConversation) {
    let contact = conversation.contact.as_ref();
    line.field(&conversation.at.to_rfc3339_opts(SecondsFormat::Secs, true));
    line.field(&conversation.id.to_string());
    line.field(contact.map_or("", |contact| contact.name.as_str()));
    line.field(contact.map_or("", |contact| contact.cell.as_str()));
    line.field(contact.map_or("", |contact| contact.campaign.as_str()));
    line.field(conversation.texter.as_deref().unwrap_or_default());
    line.field(conversation.holder.as_deref().unwrap_or_default());
}

fn line(conversation: &ReleasedConversation) -> String {
    let mut line = CsvLine::new();
    fields(&mut line, conversation);
    line.end()
}
