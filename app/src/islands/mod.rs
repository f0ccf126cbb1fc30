//! What is alive in the browser: each island is a component that the server renders and the WASM
//! bundle wakes. Everything else on a page is plain HTML, and what an island does is an addition to
//! a form or a link that works without it.

mod autoassign;
pub mod browser;
mod campaigns;
mod connection_mark;
mod conversations;
mod figures;
mod moment;
mod packed;
mod releases;
mod requests;
mod texts;
mod times;

pub use autoassign::{AutoReleaseLine, AutoassignCard};
pub use campaigns::CampaignTable;
#[cfg(feature = "ssr")]
pub use conversations::OptOut;
pub use conversations::ReplyBox;
pub use figures::LiveFigures;
pub use packed::{Packed, read};
pub use releases::{ReleaseCard, ReleaseWindow};
pub use requests::FreshRequests;
pub use texts::TexterDesk;
#[cfg(feature = "ssr")]
pub use texts::{DayQuestion, came_back_words, gave_words};
pub use times::LocalTimes;
