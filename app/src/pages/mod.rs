//! Whole pages, a folder an area, rendered in the server only. A page asks the ports as the viewer,
//! and is either shown or answered with the reason why not.

mod address;
mod answer;
mod app;
mod assignment;
mod campaigns;
mod done;
pub mod figures;
mod home;
mod not_found;
mod people;
mod query;
mod releases;
pub mod requests;
mod see_other;
mod sent;
mod session;
mod tags;
mod teams;
mod texts;

pub use address::address;
pub use app::App;
