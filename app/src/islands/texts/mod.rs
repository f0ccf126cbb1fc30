//! A texter's home, live.

mod cards;
mod day;
mod day_end;
mod day_words;
mod desk;
mod held;
mod inbox;
mod losses;
mod outcome;
mod pages;
mod pool_choice;
mod request_form;

#[cfg(feature = "ssr")]
pub use day_end::DayQuestion;
#[cfg(feature = "ssr")]
pub use day_words::{came_back_words, gave_words};
pub use desk::{DeskShown, TexterDesk};
