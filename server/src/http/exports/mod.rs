//! What is exported as CSV: read page by page and streamed as it is read, so that a file of a million lines takes no more
//! memory than one of a thousand.

mod audit;
mod contacts;
mod csv_line;
mod download;
mod figures;
mod messages;
mod opt_outs;
mod release_conversations;
mod released_conversations;
mod releases;

pub use audit::audit_lines;
pub use contacts::export_contacts;
pub use figures::{export_campaign_figures, export_organization_figures, export_texter_figures};
pub use messages::export_messages;
pub use opt_outs::opt_out_lines;
pub use release_conversations::export_release;
pub use released_conversations::export_released_conversations;
pub use releases::export_releases;

use super::AppState;
use axum::Router;

pub(super) fn routes() -> Router<AppState> {
    releases::routes()
        .merge(release_conversations::routes())
        .merge(released_conversations::routes())
        .merge(figures::routes())
        .merge(audit::routes())
        .merge(contacts::routes())
        .merge(messages::routes())
        .merge(opt_outs::routes())
}
