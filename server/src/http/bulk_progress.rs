//! `GET /review/actions/{id}/progress`: how far a bulk action of Message Review is.

use super::AppState;
use super::error_page::{ErrorPage, escape};
use super::security::POLICY_WITH_SCRIPT;
use app::api::reviews::bulk_page;
use app::domain::{BulkAction, BulkActionId, BulkState, Decider};
use app::error::AppError;
use app::view_models::{bulk_list, bulk_title};
use axum::extract::{Path, Query, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::{Router, routing::get};
use http::header::CONTENT_SECURITY_POLICY;
use leptos::server_fn::error::ServerFnUrlError;
use sentences::page;
use server_auth::{Allowed, Refused};

/// After so many seconds a browser without scripts loads the page again, which is read from its beginning then.
const REFRESH_SECONDS: u32 = 5;

/// The route.
pub(super) fn routes() -> Router<AppState> {
    Router::new().route("/review/actions/{id}/progress", get(progress))
}

/// The query of the address.
#[derive(serde::Deserialize)]
struct ProgressQuery {
    /// The list from which the action was prepared.
    #[serde(default)]
    back: String,
    /// Why **Stop** was refused, if it was.
    #[serde(rename = "__err")]
    refusal: Option<String>,
}

/// A page that is fetched again and again by its script (`script/progress.js`), and counts on each time, until the
/// conversations are counted, or the action or its undo has ended; then it leads to the page of the action. It is no page of
/// the app, which would keep the script of the one that was shown before.
async fn progress(
    State(state): State<AppState>,
    decider: Result<Allowed<Decider>, Refused>,
    Path(id): Path<String>,
    Query(query): Query<ProgressQuery>,
) -> Response {
    let found = async {
        let Allowed(viewer) = decider.map_err(|refused| refused.0)?;
        let id: BulkActionId = id.parse().map_err(|_| AppError::NotFound)?;
        let bulk_actions = &state.ports.bulk_actions;
        bulk_actions.count_bulk_action(&viewer, id).await
    };
    match found.await {
        Err(error) => refusal(&error),
        Ok(action) if action.state.is_settled() => {
            Redirect::to(&bulk_page(action.subject.id, &query.back)).into_response()
        }
        Ok(action) => {
            let policy = [(CONTENT_SECURITY_POLICY, POLICY_WITH_SCRIPT)];
            (policy, Html(html(&state, &action, &query))).into_response()
        }
    }
}

fn refusal(error: &AppError) -> Response {
    ErrorPage {
        status: error.status(),
        title: page::message_review(),
        sentence: &error.to_string(),
        link: ("/", page::go_to_home_page()),
        words: &[],
    }
    .into_response()
}

fn html(state: &AppState, action: &BulkAction, query: &ProgressQuery) -> String {
    let files = &state.site.files;
    let list = escape(&bulk_list(&action.subject, &query.back));
    let refusal = query.refusal.as_deref().map(|refusal| {
        let error = ServerFnUrlError::<AppError>::decode_err(refusal);
        format!(
            "<p class=\"notice notice-error\" role=\"alert\">{}</p>",
            escape(&error.to_string())
        )
    });
    let refusal = refusal.unwrap_or_default();
    let language = sentences::current().tag();
    let (lead, percent, stop) = match &action.state {
        BulkState::Started { progress, undo } => {
            let running = undo.as_ref().unwrap_or(progress);
            let stop = (undo.is_none()).then_some(running.cancelling);
            (running.to_string(), Some(running.percent()), stop)
        }
        _ => (page::bulk_looked_at(action.seen), None, None),
    };
    let title = escape(&bulk_title(&action.subject));
    let hint = escape(match percent {
        Some(_) => page::bulk_goes_on(),
        None => page::bulk_count_waits(),
    });
    // Without a value it moves, and says that nobody knows how long it takes.
    let value = percent.map_or(String::new(), |percent| format!(" value=\"{percent}\""));
    let stop = match stop {
        None => String::new(),
        Some(true) => format!("<p class=\"hint\">{}</p>", escape(page::bulk_stopping())),
        Some(false) => format!(
            "<form method=\"post\" action=\"/api/reviews/stop-bulk\">\
             <input type=\"hidden\" name=\"action\" value=\"{}\">\
             <input type=\"hidden\" name=\"back\" value=\"{list}\"><button class=\"button\">{}</button></form>",
            action.subject.id,
            escape(page::bulk_stop()),
        ),
    };
    let counting = match percent {
        Some(_) => String::new(),
        None => format!("<p>{}</p>", escape(page::bulk_counting())),
    };
    let (lost, back) = (
        escape(page::connection_is_lost()),
        escape(page::bulk_back()),
    );
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\">\
         <link rel=\"stylesheet\" href=\"{}\"><link rel=\"stylesheet\" href=\"{}\">\
         <script type=\"module\" src=\"{}\"></script>\
         <noscript><meta http-equiv=\"refresh\" content=\"{REFRESH_SECONDS}\"></noscript>\
         <title>{title} · Baton</title></head>\
         <body><main id=\"main\" class=\"narrow\" tabindex=\"-1\">{refusal}<h1>{title}</h1>\
         <div id=\"counting\" data-part>{counting}</div>\
         <p><progress class=\"import-progress\" max=\"100\"{value} aria-label=\"{title}\"></progress></p>\
         <p id=\"lead\" data-part>{}</p><p id=\"hint\" class=\"hint\" data-part>{hint}</p>\
         <div id=\"stop\" data-part>{stop}</div>\
         <p id=\"lost\" class=\"notice notice-error\" role=\"alert\" hidden>{lost}</p>\
         <p><a href=\"{list}\">{back}</a></p></main></body></html>\n",
        escape(&files.style),
        escape(&files.admin_style),
        escape(&files.progress_script),
        escape(&lead),
    )
}
