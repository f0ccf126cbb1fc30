//! `GET /review/actions/{id}/progress`: how far a bulk action of Message Review is.

use super::AppState;
use super::error_page::{ErrorPage, escape};
use app::domain::{BulkAction, BulkActionId, BulkState, Decider};
use app::error::AppError;
use app::view_models::bulk_title;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::{Router, routing::get};
use http::HeaderName;
use sentences::page;
use server_auth::{Allowed, Refused};

/// The header by which a browser loads the page again, after so many seconds.
const REFRESH: (HeaderName, &str) = (HeaderName::from_static("refresh"), "1");

/// The route.
pub(super) fn routes() -> Router<AppState> {
    Router::new().route("/review/actions/{id}/progress", get(progress))
}

/// A page that loads itself again, and counts on, until the conversations are counted, or the action or its undo has ended;
/// then it leads to the page of the action. It has no script, as that of an upload.
async fn progress(
    State(state): State<AppState>,
    decider: Result<Allowed<Decider>, Refused>,
    Path(id): Path<String>,
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
            Redirect::to(&format!("/review/actions/{}", action.subject.id)).into_response()
        }
        Ok(action) => ([REFRESH], Html(html(&state, &action))).into_response(),
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

fn html(state: &AppState, action: &BulkAction) -> String {
    let files = &state.site.files;
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
             <input type=\"hidden\" name=\"action\" value=\"{}\"><button class=\"button\">{}</button></form>",
            action.subject.id,
            escape(page::bulk_stop()),
        ),
    };
    let (counting, back) = (escape(page::bulk_counting()), escape(page::bulk_back()));
    let counting = match percent {
        Some(_) => String::new(),
        None => format!("<p>{counting}</p>"),
    };
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\">\
         <link rel=\"stylesheet\" href=\"{}\"><link rel=\"stylesheet\" href=\"{}\">\
         <title>{title} · Baton</title></head>\
         <body><main id=\"main\" class=\"narrow\"><h1>{title}</h1>{counting}\
         <p><progress class=\"import-progress\" max=\"100\"{value} aria-label=\"{title}\"></progress></p>\
         <p role=\"status\">{}</p><p class=\"hint\">{hint}</p>{stop}\
         <p><a href=\"/review\">{back}</a></p></main></body></html>\n",
        escape(&files.style),
        escape(&files.admin_style),
        escape(&lead),
    )
}
