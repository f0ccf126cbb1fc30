//! Whole pages, a folder an area, rendered in the server only. A page asks the ports as the viewer,
//! and is either shown or answered with the reason why not.

mod answer;
mod app;
mod campaigns;
mod home;
mod not_found;
mod query;
mod releases;
pub mod requests;
mod see_other;
mod session;
mod texts;

pub use app::App;
