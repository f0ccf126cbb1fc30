//! Islands, the parts of a page that live in the browser: each is a component that the server renders and the
//! WASM bundle hydrates. Everything else on a page is plain HTML, and what an island does is an addition to
//! a form or a link that works without it. An island takes no arguments; its page passes it what it needs
//! ([`IslandProps`]).

#[cfg(feature = "admin")]
mod autoassign;
pub mod browser;
#[cfg(feature = "admin")]
mod campaigns;
mod connection_status;
mod conversations;
mod encoded;
mod figures;
mod island_props;
mod latest_response;
mod live_requests;
mod local_time;
#[cfg(feature = "admin")]
mod releases;
mod submission;
mod texts;

#[cfg(feature = "hydrate")]
use leptos::prelude::RenderHtml;
#[cfg(feature = "hydrate")]
use leptos::tachys::view::Position;
#[cfg(feature = "hydrate")]
use std::any::Any;

#[cfg(feature = "admin")]
pub use autoassign::{AutoReleaseLine, AutoassignCard, AutoassignData};
#[cfg(feature = "admin")]
pub use campaigns::{CampaignTable, CampaignTableData};
pub use conversations::{LiveThread, LiveThreadData, ReplyBox, ReplyData};
#[cfg(feature = "ssr")]
pub use conversations::{OptOut, WroteLately};
pub use encoded::{Encoded, decode};
pub use figures::{FigureSet, LiveFigures};
#[cfg(not(feature = "hydrate"))]
pub use island_props::WithProps;
pub use island_props::{IslandProps, island_props};
pub use live_requests::LiveRequests;
pub use local_time::LocalTimes;
#[cfg(feature = "admin")]
pub use releases::{ReleaseCard, ReleaseData, ReleaseWindow, ReleaseWindowData, UndoTimes};
#[cfg(feature = "ssr")]
pub use texts::EndOfDayQuestion;
pub use texts::{TexterHomeData, TexterHomeIsland};

/// Hydrates the island of this name in its element; what is returned keeps it alive. `None`: there is no such island.
#[cfg(feature = "hydrate")]
fn hydrate_island(name: &str, element: &web_sys::HtmlElement) -> Option<Box<dyn Any>> {
    Some(match name {
        #[cfg(feature = "admin")]
        "AutoassignCard" => hydrate(AutoassignCard(), element),
        #[cfg(feature = "admin")]
        "CampaignTable" => hydrate(CampaignTable(), element),
        "LiveFigures" => hydrate(LiveFigures(), element),
        "LiveRequests" => hydrate(LiveRequests(), element),
        "LiveThread" => hydrate(LiveThread(), element),
        "LocalTimes" => hydrate(LocalTimes(), element),
        #[cfg(feature = "admin")]
        "ReleaseCard" => hydrate(ReleaseCard(), element),
        #[cfg(feature = "admin")]
        "ReleaseWindow" => hydrate(ReleaseWindow(), element),
        "ReplyBox" => hydrate(ReplyBox(), element),
        "TexterHomeIsland" => hydrate(TexterHomeIsland(), element),
        #[cfg(feature = "admin")]
        "UndoTimes" => hydrate(UndoTimes(), element),
        _ => return None,
    })
}

#[cfg(feature = "hydrate")]
fn hydrate<I>(island: I, element: &web_sys::HtmlElement) -> Box<dyn Any>
where
    I: RenderHtml,
    I::State: 'static,
{
    Box::new(island.hydrate_from_position::<true>(element, Position::Current))
}
