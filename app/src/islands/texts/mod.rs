//! A texter's home: the request form, the replies to answer, what was lost, and the end of the day.

mod answer_next;
mod cards;
mod end_of_day;
mod end_of_day_section;
mod held_replies;
mod inbox;
mod losses;
mod pagination;
mod pool_choice;
mod request_form;
mod request_result;
mod texter_home;

#[cfg(feature = "ssr")]
pub use end_of_day_section::EndOfDayQuestion;
pub use texter_home::{TexterHomeData, TexterHomeIsland};
