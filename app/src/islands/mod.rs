//! What is alive in the browser: each island is a component that the server renders and the WASM
//! bundle wakes. Everything else on a page is plain HTML, and what an island does is an addition to
//! a form or a link that works without it. An island takes no arguments; its page hands it what it needs
//! ([`Handed`]).

mod autoassign;
pub mod browser;
mod campaigns;
mod connection_mark;
mod conversations;
mod figures;
mod handed;
mod in_order;
mod moment;
mod packed;
mod releases;
mod requests;
mod texts;
mod times;

pub use autoassign::{AutoReleaseLine, AutoassignCard, AutoassignShown};
pub use campaigns::CampaignTable;
#[cfg(feature = "ssr")]
pub use conversations::OptOut;
pub use conversations::{ReplyBox, ReplyShown};
pub use figures::{FiguresShown, LiveFigures};
#[cfg(not(feature = "hydrate"))]
pub use handed::Hand;
pub use handed::{Handed, handed};
pub use packed::{Packed, read};
pub use releases::{ReleaseCard, ReleaseShown, ReleaseWindow};
pub use requests::FreshRequests;
#[cfg(feature = "ssr")]
pub use texts::{DayQuestion, came_back_words, gave_words};
pub use texts::{DeskShown, TexterDesk};
pub use times::LocalTimes;
