//! `GET /opt-outs.csv`: the opt-outs as a file, for admins; and the same lines for the command line.

use super::csv_line::CsvLine;
use super::download::{Part, download, parts};
use crate::http::AppState;
use crate::import::Region;
use crate::opt_outs::read_search;
use app::domain::{Admin, AuditAction, AuditSubject, OptOut, OptOutKey, OrganizationId};
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
use server_store::audit::{Change, record_alone};
use server_store::database::{RESPOND_WITHIN, answered};
use server_store::opt_outs::{Search, list};

/// How many opt-outs are read at a time.
const CHUNK: u16 = 1000;

pub(super) fn routes() -> Router<AppState> {
    Router::new().route("/opt-outs.csv", get(export))
}

/// The search of the page; empty, it finds all.
#[derive(Deserialize)]
struct SearchQuery {
    #[serde(default)]
    q: String,
}

/// Streams one line for each opt-out, the newest first.
async fn export(
    State(state): State<AppState>,
    AllowedForNow(admin, still_allowed): AllowedForNow<Admin>,
    Query(query): Query<SearchQuery>,
) -> Response {
    let store = &state.store;
    let region = Region::of_organization(store, admin.organization);
    let region = match answered(RESPOND_WITHIN, region).await {
        Ok(region) => region,
        Err(error) => return Refused(error.into()).into_response(),
    };
    let Some(search) = read_search(&query.q, region).await else {
        // A file of everything is not what was asked for.
        return (StatusCode::BAD_REQUEST, page::search_by_number()).into_response();
    };
    let change = Change::new(AuditAction::OptOutsExported, AuditSubject::Organization);
    let recorded = record_alone(store, admin.actor(), change);
    if let Err(error) = answered(RESPOND_WITHIN, recorded).await {
        return Refused(error.into()).into_response();
    }
    download(
        still_allowed,
        "opt-outs.csv",
        opt_out_lines(store.clone(), admin.organization, search),
    )
}

/// The header line, and then the opt-outs, the newest first.
pub fn opt_out_lines(
    store: Store,
    organization: OrganizationId,
    search: Search,
) -> impl Stream<Item = Result<String, AppError>> + Send {
    parts(head(), None, move |after: Option<OptOutKey>| {
        let (store, search) = (store.clone(), search.clone());
        async move {
            let page = list(&store, organization, &search, after.as_ref(), CHUNK);
            let (rows, next) = answered(RESPOND_WITHIN, page).await?;
            Ok(Part {
                lines: rows.iter().map(line).collect(),
                next: next.map(Some),
            })
        }
    })
}

fn head() -> String {
    let mut line = CsvLine::new();
    for name in [
        "cell",
        "opted out at (UTC)",
        "recorded by",
        "member",
        "name",
        "campaign",
        "title",
    ] {
        line.field(name);
    }
    line.end()
}

fn line(opt_out: &OptOut) -> String {
    let (member, name) = id_and_name(opt_out.by.as_ref());
    let (campaign, title) = id_and_name(opt_out.campaign.as_ref());
    let mut line = CsvLine::new();
    line.field(opt_out.number.as_str());
    line.field(&opt_out.at.to_rfc3339_opts(SecondsFormat::Secs, true));
    line.field(opt_out.origin.as_str());
    line.field(&member);
    line.field(name);
    line.field(&campaign);
    line.field(title);
    line.end()
}

fn id_and_name<I: ToString>(of: Option<&(I, String)>) -> (String, &str) {
    of.map_or((String::new(), ""), |(id, name)| {
        (id.to_string(), name.as_str())
    })
}
