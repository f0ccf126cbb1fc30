//! A texter's home, live.

mod desk;
mod inbox;
mod outcome;
mod pool_choice;
mod request_form;

pub use desk::TexterDesk;
