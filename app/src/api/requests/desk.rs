#[cfg(feature = "ssr")]
use super::CARDS_PER_PAGE;
use super::{Card, Loss, Told};
#[cfg(feature = "ssr")]
use crate::domain::Viewer;
use crate::domain::{InboxEntry, RequestOffer};
use crate::error::AppError;
#[cfg(feature = "ssr")]
use crate::ports::Ports;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use serde::{Deserialize, Serialize};

/// How many replies a texter's home lists before it offers a next page.
#[cfg(feature = "ssr")]
const REPLIES_PER_PAGE: u32 = 50;

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
    /// A page of the campaigns on which they hold anything, longest waiting first.
    pub cards: Vec<Card>,
    /// Where the next page of campaigns is; empty if there is none.
    pub more_cards: String,
    /// A page of the replies, longest waiting first.
    pub replies: Vec<InboxEntry>,
    /// Where the next page of replies is; empty if there is none.
    pub more: String,
}

#[cfg(feature = "ssr")]
impl Desk {
    /// As it is now, with the replies and the campaigns that come after so many.
    ///
    /// # Errors
    /// As [`crate::ports::Requests::offer`] and [`crate::ports::Conversations::inbox`].
    pub async fn read(
        ports: &Ports,
        viewer: &Viewer,
        skip_replies: u32,
        skip_cards: u32,
    ) -> Result<Self, AppError> {
        // One more than is shown tells whether there is a next page.
        let mut replies = ports
            .conversations
            .inbox(viewer, skip_replies, REPLIES_PER_PAGE + 1)
            .await?;
        let mut cards = ports
            .conversations
            .cards(viewer, skip_cards, CARDS_PER_PAGE + 1)
            .await?;
        Ok(Self {
            offer: ports.requests.offer(viewer).await?,
            told: ports.requests.latest(viewer).await?.as_ref().map(Told::of),
            held: ports.conversations.held(viewer).await?,
            releasable: ports.releases.count_mine(viewer).await?,
            losses: Loss::all(ports.releases.notices(viewer).await?),
            more_cards: cut(&mut cards, CARDS_PER_PAGE, "campaigns", skip_cards),
            cards: Card::all(cards),
            more: cut(&mut replies, REPLIES_PER_PAGE, "replies", skip_replies),
            replies,
        })
    }
}

/// Cuts a list to one page, and says where the next one is.
#[cfg(feature = "ssr")]
fn cut<T>(list: &mut Vec<T>, most: u32, name: &str, skip: u32) -> String {
    let whole = list.len() <= most as usize;
    list.truncate(most as usize);
    if whole {
        String::new()
    } else {
        format!("/texts?{name}={}", skip.saturating_add(most))
    }
}

/// The texter's home as it is now.
///
/// # Errors
/// As [`Desk::read`].
#[server(prefix = "/api", endpoint = "requests/desk", output = Postcard)]
pub async fn desk_now(
    /// How many replies come before those that are listed.
    #[server(default)]
    skip_replies: u32,
    /// How many campaigns come before those that are listed.
    #[server(default)]
    skip_cards: u32,
) -> Result<Desk, AppError> {
    use crate::api;
    let viewer = api::texter()?;
    Desk::read(&api::ports()?, &viewer, skip_replies, skip_cards).await
}
