#[cfg(feature = "ssr")]
use super::CARDS_PER_PAGE;
use super::{Card, Loss, Told};
use crate::domain::{InboxEntry, RequestOffer};
use crate::error::AppError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use serde::{Deserialize, Serialize};

/// How many replies a texter's home lists before it offers a next page.
#[cfg(feature = "ssr")]
pub const REPLIES_PER_PAGE: u32 = 50;

/// A texter's home: what they may ask for and what they hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Desk {
    /// What the request form shows.
    pub offer: RequestOffer,
    /// What came of the last request, while it is news.
    pub told: Option<Told>,
    /// Replies that the texter holds.
    pub held: u32,
    /// How many of them **Release my replies** would release.
    pub releasable: u32,
    /// What was released from the texter, as far as they have not read it.
    pub losses: Vec<Loss>,
    /// The first of the campaigns on which they hold anything, longest waiting first.
    pub cards: Vec<Card>,
    /// The first of the replies, longest waiting first.
    pub replies: Vec<InboxEntry>,
}

/// The texter's home as it is now.
///
/// # Errors
/// As [`crate::ports::Requests::offer`] and [`crate::ports::Conversations::inbox`].
#[server(prefix = "/api", endpoint = "requests/desk", output = Postcard)]
pub async fn desk_now() -> Result<Desk, AppError> {
    use crate::api;
    let viewer = api::texter()?;
    let ports = api::ports()?;
    Ok(Desk {
        offer: ports.requests.offer(&viewer).await?,
        told: ports.requests.latest(&viewer).await?.as_ref().map(Told::of),
        held: ports.conversations.held(&viewer).await?,
        releasable: ports.releases.count_mine(&viewer).await?,
        losses: Loss::all(ports.releases.notices(&viewer).await?),
        cards: Card::all(
            ports
                .conversations
                .cards(&viewer, 0, CARDS_PER_PAGE)
                .await?,
        ),
        replies: ports
            .conversations
            .inbox(&viewer, None, REPLIES_PER_PAGE)
            .await?,
    })
}
