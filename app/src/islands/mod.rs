//! What is alive in the browser: each island is a component that the server renders and the WASM
//! bundle wakes. Everything else on a page is plain HTML, and what an island does is an addition to
//! a form or a link that works without it.

pub mod browser;
mod campaigns;
mod connection_mark;
mod conversations;
mod packed;
mod releases;
mod texts;
mod times;

pub use campaigns::CampaignTable;
pub use conversations::ReplyBox;
pub use packed::Packed;
pub use releases::ReleaseButton;
pub use texts::TexterDesk;
pub use times::LocalTimes;
