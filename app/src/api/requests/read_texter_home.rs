//! The reading of a texter's home, by its page and by [`super::get_texter_home()`].

use crate::domain::Texter;
use crate::error::AppError;
use crate::ports::Ports;
use crate::view_models::{
    CampaignCardView, HomeParts, LossSummary, RequestNotice, TexterHome, held_words,
    own_release_details,
};
use futures::try_join;

/// How many replies a texter's home lists before it offers a next page.
const REPLIES_PER_PAGE: u32 = 50;

/// How many campaigns it lists before it offers a next page.
pub const CARDS_PER_PAGE: u32 = 50;

/// These parts of the texter's home as they are now, with the replies and the campaigns that come after so many. They
/// are read side by side, each on a connection of its own.
///
/// # Errors
/// As [`crate::ports::Requests::offer`] and [`crate::ports::Conversations::inbox`].
pub async fn read_texter_home(
    ports: &Ports,
    viewer: &Texter,
    skip_replies: u32,
    skip_cards: u32,
    parts: HomeParts,
) -> Result<TexterHome, AppError> {
    let Ports {
        conversations,
        requests,
        releases,
        ..
    } = ports;
    let held_conversations = parts.has(HomeParts::CONVERSATIONS);
    // One more than is shown says whether there is a next page.
    let (offer, latest, losses, held, own_release, replies, cards) = try_join!(
        read_if(parts.has(HomeParts::OFFER), requests.offer(viewer)),
        read_if(parts.has(HomeParts::OUTCOME), requests.latest(viewer)),
        read_if(parts.has(HomeParts::LOSSES), releases.notices(viewer)),
        read_if(held_conversations, conversations.held(viewer)),
        read_if(held_conversations, releases.preview_mine(viewer)),
        read_if(
            held_conversations,
            conversations.inbox(viewer, skip_replies, REPLIES_PER_PAGE + 1)
        ),
        read_if(
            held_conversations,
            conversations.cards(viewer, skip_cards, CARDS_PER_PAGE + 1)
        ),
    )?;
    let mut replies = replies.unwrap_or_default();
    let mut cards = cards.unwrap_or_default();
    let own_release = own_release.unwrap_or_default();
    Ok(TexterHome {
        offer,
        notice: latest.flatten().map(|(request, outcome)| RequestNotice {
            request: request.to_string(),
            ..RequestNotice::of(&outcome)
        }),
        losses: losses.map(LossSummary::of).unwrap_or_default(),
        held: held.map_or(0, |held| held.all),
        answerable: held.map_or(0, |held| held.open_now),
        held_words: held.map(held_words).unwrap_or_default(),
        hours_refresh_in: cards.iter().filter_map(|card| card.hours_refresh_in).min(),
        releasable: own_release.replies,
        release_details: own_release_details(&own_release),
        more_cards: truncate(&mut cards, CARDS_PER_PAGE, "campaigns", skip_cards),
        cards: CampaignCardView::all(cards),
        more: truncate(&mut replies, REPLIES_PER_PAGE, "replies", skip_replies),
        replies,
    })
}

/// What is read, if it is asked for.
async fn read_if<T>(
    asked_for: bool,
    read: impl Future<Output = Result<T, AppError>>,
) -> Result<Option<T>, AppError> {
    match asked_for {
        true => read.await.map(Some),
        false => Ok(None),
    }
}

/// Truncates a list to one page, and gives the address of the next one; empty if there is none.
fn truncate<T>(list: &mut Vec<T>, page_size: u32, name: &str, skip: u32) -> String {
    let is_last = list.len() <= page_size as usize;
    list.truncate(page_size as usize);
    if is_last {
        String::new()
    } else {
        format!("/texts?{name}={}", skip.saturating_add(page_size))
    }
}
