//! The reading of a texter's home, by its page and by [`super::get_texter_home`].

use crate::domain::Viewer;
use crate::error::AppError;
use crate::ports::Ports;
use crate::view_models::{CampaignCardView, LossNotice, RequestNotice, TexterHome};

/// How many replies a texter's home lists before it offers a next page.
const REPLIES_PER_PAGE: u32 = 50;

/// How many campaigns it lists before it offers a next page.
pub const CARDS_PER_PAGE: u32 = 50;

/// The texter's home as it is now, with the replies and the campaigns that come after so many.
///
/// # Errors
/// As [`crate::ports::Requests::offer`] and [`crate::ports::Conversations::inbox`].
pub async fn read_texter_home(
    ports: &Ports,
    viewer: &Viewer,
    skip_replies: u32,
    skip_cards: u32,
) -> Result<TexterHome, AppError> {
    // One more than is shown says whether there is a next page.
    let mut replies = ports
        .conversations
        .inbox(viewer, skip_replies, REPLIES_PER_PAGE + 1)
        .await?;
    let mut cards = ports
        .conversations
        .cards(viewer, skip_cards, CARDS_PER_PAGE + 1)
        .await?;
    let latest = ports.requests.latest(viewer).await?;
    Ok(TexterHome {
        offer: ports.requests.offer(viewer).await?,
        notice: latest.as_ref().map(RequestNotice::of),
        held: ports.conversations.held(viewer).await?,
        releasable: ports.releases.count_mine(viewer).await?,
        losses: LossNotice::all(ports.releases.notices(viewer).await?),
        more_cards: truncate(&mut cards, CARDS_PER_PAGE, "campaigns", skip_cards),
        cards: CampaignCardView::all(cards),
        more: truncate(&mut replies, REPLIES_PER_PAGE, "replies", skip_replies),
        replies,
    })
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
