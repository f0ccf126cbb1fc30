//! Islands, the parts of a page that live in the browser: each is a component that the server renders and the
//! WASM bundle hydrates. Everything else on a page is plain HTML, and what an island does is an addition to
//! a form or a link that works without it. An island takes no arguments; its page passes it what it needs
//! ([`IslandProps`]).

mod autoassign;
pub mod browser;
mod campaigns;
mod connection_status;
mod conversations;
mod encoded;
mod figures;
mod island_props;
mod latest_response;
mod live_requests;
mod local_time;
mod releases;
mod submission;
mod texts;

pub use autoassign::{AutoReleaseLine, AutoassignCard, AutoassignData};
pub use campaigns::CampaignTable;
#[cfg(feature = "ssr")]
pub use conversations::OptOut;
pub use conversations::{ReplyBox, ReplyData};
pub use encoded::{Encoded, decode};
pub use figures::{FigureSet, LiveFigures};
#[cfg(not(feature = "hydrate"))]
pub use island_props::WithProps;
pub use island_props::{IslandProps, island_props};
pub use live_requests::LiveRequests;
pub use local_time::LocalTimes;
pub use releases::{ReleaseCard, ReleaseData, ReleaseWindow};
#[cfg(feature = "ssr")]
pub use texts::EndOfDayQuestion;
pub use texts::{TexterHomeData, TexterHomeIsland};
