//! HTTP: the routes with their middleware, live events, webhooks, uploads, and the server of connections. Pages and
//! server functions are those of `app`.

mod bulk_progress;
mod error_page;
mod exports;
mod flash;
mod form_body;
mod form_redirect;
mod health;
mod host_check;
mod language;
pub mod live;
mod media;
mod navigation;
mod organization_guard;
mod page_viewer;
mod pages;
mod refusal_status;
mod request_span;
mod role_guard;
mod router;
mod security;
pub mod sentences_file;
mod serve;
mod state;
mod time_limit;
mod typed_words;
pub mod upload;
pub mod webhooks;

#[cfg(test)]
pub(crate) mod tests;

pub use exports::{
    audit_lines, export_campaign_figures, export_contacts, export_messages,
    export_organization_figures, export_release, export_released_conversations, export_releases,
    export_texter_figures, opt_out_lines,
};
pub use router::router;
pub use serve::{PeerTimeouts, ServeLimits, serve};
pub use state::{AppState, Carriers, Site};
