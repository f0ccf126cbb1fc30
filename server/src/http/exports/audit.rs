//! `GET /audit.csv`: the audit log as a file, for owners; and the same lines for the command line.

use super::csv_line::CsvLine;
use super::download::{Part, download, parts};
use crate::http::AppState;
use app::domain::{
    AuditAction, AuditEvent, AuditFilter, AuditKey, AuditPart, AuditSubject, OrganizationId, Owner,
};
use app::error::AppError;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use axum::{Router, routing::get};
use chrono::SecondsFormat;
use futures::stream::Stream;
use http::StatusCode;
use sentences::page;
use serde::Deserialize;
use server_auth::{AllowedForNow, Refused};
use server_store::Store;
use server_store::audit::{Change, events, record_alone};
use server_store::database::{RESPOND_WITHIN, answered};
use std::str::FromStr;

/// How many events are read at a time.
const CHUNK: u16 = 1000;

pub(super) fn routes() -> Router<AppState> {
    Router::new().route("/audit.csv", get(export))
}

/// The filter of the page; empty fields filter nothing.
#[derive(Deserialize)]
struct FilterQuery {
    #[serde(default)]
    person: String,
    #[serde(default)]
    part: String,
    #[serde(default)]
    action: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    to: String,
}

impl FilterQuery {
    fn filter(&self) -> Option<AuditFilter> {
        Some(AuditFilter {
            person: field(&self.person)?,
            part: field::<AuditPart>(&self.part)?.unwrap_or_default(),
            action: field(&self.action)?,
            from: field(&self.from)?,
            to: field(&self.to)?,
        })
    }
}

/// `None` if it is there and wrong: a file of everything is not what was asked for.
fn field<T: FromStr>(text: &str) -> Option<Option<T>> {
    match text {
        "" => Some(None),
        text => text.parse().ok().map(Some),
    }
}

/// Streams one line for each event, the newest first. The first one is the export itself, so that nobody reads the log
/// unseen.
async fn export(
    State(state): State<AppState>,
    AllowedForNow(owner, still_allowed): AllowedForNow<Owner>,
    Query(query): Query<FilterQuery>,
) -> Response {
    let Some(filter) = query.filter() else {
        return (StatusCode::BAD_REQUEST, page::filter_does_not_exist()).into_response();
    };
    let change = Change::new(AuditAction::AuditExported, AuditSubject::Organization);
    let recorded = record_alone(&state.store, owner.actor(), change);
    if let Err(error) = answered(RESPOND_WITHIN, recorded).await {
        return Refused(error.into()).into_response();
    }
    let lines = audit_lines(state.store.clone(), owner.organization, filter);
    download(still_allowed, "audit.csv", lines)
}

/// The header line, and then the events, the newest first.
pub fn audit_lines(
    store: Store,
    organization: OrganizationId,
    filter: AuditFilter,
) -> impl Stream<Item = Result<String, AppError>> + Send {
    parts(head(), None, move |after: Option<AuditKey>| {
        let store = store.clone();
        async move {
            let page = events(&store, organization, filter, after, CHUNK);
            let page = answered(RESPOND_WITHIN, page).await?;
            Ok(Part {
                lines: page.rows.iter().map(line).collect(),
                next: page.next.map(Some),
            })
        }
    })
}

fn head() -> String {
    let mut line = CsvLine::new();
    for name in [
        "at (UTC)", "member", "by", "action", "kind", "number", "name", "detail", "address",
    ] {
        line.field(name);
    }
    line.end()
}

fn line(event: &AuditEvent) -> String {
    let subject = event.subject.map(AuditSubject::parts);
    // Of what only a newer version knows, the name alone.
    let (kind, id) = subject.unwrap_or_default();
    let action = match &event.action {
        Ok(action) => action.as_str(),
        Err(unknown) => unknown.word(),
    };
    let (member, name) = match &event.actor {
        Some((member, name)) => (member.to_string(), name.as_str()),
        None => (String::new(), "command line"),
    };
    let mut line = CsvLine::new();
    line.field(&event.at.to_rfc3339_opts(SecondsFormat::Secs, true));
    line.field(&member);
    line.field(name);
    line.field(action);
    line.field(kind);
    line.field(&id.map_or(String::new(), |id| id.to_string()));
    line.field(event.subject_name.as_deref().unwrap_or_default());
    line.field(&event.detail);
    line.field(event.address.as_deref().unwrap_or_default());
    line.end()
}
