//! Whole pages, a folder an area, rendered in the server only. A page asks the ports as the viewer,
//! and is either shown or answered with the reason why not.

mod account;
mod app;
mod assignment;
mod audit;
mod campaigns;
mod contacts;
mod escalated;
mod figures;
mod flash;
mod foot;
mod form_state;
mod home;
mod invites;
mod join;
mod list_search;
mod nav;
mod not_found;
mod numbers;
mod opt_outs;
mod organizations;
mod page;
mod page_guard;
mod password;
mod people;
mod pieces;
mod query;
mod releases;
mod reported_rows;
mod requests;
mod review;
mod saved_meanwhile;
mod see_other;
mod session;
mod settings;
mod tags;
mod teams;
mod text_length;
mod texts;
mod unmatched;
mod with_code;
mod zone_suggestions;

pub use app::App;
