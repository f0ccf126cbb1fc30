//! What is exported as CSV: read page by page and streamed as it is read, so that a file of a million lines takes no more
//! memory than one of a thousand.

mod audit;
mod contacts;
mod csv_line;
mod download;
mod messages;
mod release_conversations;
mod releases;

use super::AppState;
use axum::Router;

pub(super) fn routes() -> Router<AppState> {
    releases::routes()
        .merge(release_conversations::routes())
        .merge(audit::routes())
        .merge(contacts::routes())
        .merge(messages::routes())
}
