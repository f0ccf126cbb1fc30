//! `GET /releases/conversations.csv`: the conversations of all releases of the history as a file, for admins; and the same
//! lines for the command line.

use super::csv_line::CsvLine;
use super::download::{Part, download, parts};
use super::release_conversations::{COLUMNS, fields};
use super::releases::FilterQuery;
use crate::http::AppState;
use app::domain::{
    Admin, AuditAction, AuditSubject, OrganizationId, ReleaseFilter, ReleaseId, ReleasedKey,
};
use app::error::AppError;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use axum::{Router, routing::get};
use futures::stream::Stream;
use http::StatusCode;
use sentences::page;
use server_auth::{AllowedForNow, Refused};
use server_store::audit::{Change, record_alone};
use server_store::database::{RESPOND_WITHIN, answered};
use server_store::releases::conversations::conversations;
use server_store::releases::history::{Detail, history};
use server_store::{Store, StoreError};
use std::collections::VecDeque;

/// How many conversations are read at a time.
const CHUNK: u16 = 1000;

pub(super) fn routes() -> Router<AppState> {
    Router::new().route("/releases/conversations.csv", get(export))
}

/// Where the next conversations are.
#[derive(Default)]
struct Position {
    /// The release that is read, and after which of its conversations.
    within: Option<(ReleaseId, Option<ReleasedKey>)>,
    /// Those that were found behind it.
    found: VecDeque<ReleaseId>,
    /// After which release others are to be looked for; `None` = there are no others.
    others: Option<Option<ReleaseId>>,
}

/// Streams the lines.
async fn export(
    State(state): State<AppState>,
    AllowedForNow(admin, still_allowed): AllowedForNow<Admin>,
    Query(query): Query<FilterQuery>,
) -> Response {
    let Some(filter) = query.filter() else {
        return (StatusCode::BAD_REQUEST, page::filter_does_not_exist()).into_response();
    };
    match export_released_conversations(state.store.clone(), admin, filter).await {
        Ok(lines) => download(still_allowed, "released-conversations.csv", lines),
        Err(error) => Refused(error).into_response(),
    }
}

/// Records the export, and gives its lines: the header, and then one for each conversation, the newest release first, of
/// each those that were taken first.
///
/// # Errors
/// The database.
pub async fn export_released_conversations(
    store: Store,
    admin: Admin,
    filter: ReleaseFilter,
) -> Result<impl Stream<Item = Result<String, AppError>> + Send, AppError> {
    let change = Change::new(AuditAction::ReleasesExported, AuditSubject::Organization);
    let change = change.detail("conversations");
    let recorded = record_alone(&store, admin.actor(), change);
    answered(RESPOND_WITHIN, recorded).await?;
    let organization = admin.organization;
    let first = Position {
        others: Some(None),
        ..Position::default()
    };
    Ok(parts(head(), first, move |position| {
        let store = store.clone();
        async move {
            let part = next_part(&store, organization, filter, position);
            Ok(answered(RESPOND_WITHIN, part).await?)
        }
    }))
}

async fn next_part(
    store: &Store,
    organization: OrganizationId,
    filter: ReleaseFilter,
    mut position: Position,
) -> Result<Part<Position>, StoreError> {
    let within = position.within.take();
    let within = within.or_else(|| Some((position.found.pop_front()?, None)));
    if let Some((release, after)) = within {
        let page = conversations(store, organization, release, after, CHUNK).await?;
        let lines = page.rows.iter().map(|conversation| {
            let mut line = CsvLine::new();
            line.field(&release.to_string());
            fields(&mut line, conversation);
            line.end()
        });
        position.within = page.next.map(|key| (release, Some(key)));
        return Ok(Part {
            lines: lines.collect(),
            next: Some(position),
        });
    }
    let Some(after) = position.others else {
        return Ok(Part {
            lines: String::new(),
            next: None,
        });
    };
    let page = history(store, organization, filter, Detail::Each, after).await?;
    let found = page.rows.iter().map(|record| record.progress.release);
    Ok(Part {
        lines: String::new(),
        next: Some(Position {
            within: None,
            found: found.collect(),
            others: page.next.map(Some),
        }),
    })
}

fn head() -> String {
    let mut line = CsvLine::new();
    line.field("release");
    for name in COLUMNS {
        line.field(name);
    }
    line.end()
}
