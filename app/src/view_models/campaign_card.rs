//! A campaign on a texter's home, in words.

use crate::domain::{Age, CampaignId};
use serde::{Deserialize, Serialize};

/// A [`crate::domain::CampaignCard`] in words, so that a phone need not know how they are made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CampaignCardView {
    /// Which campaign.
    pub campaign: CampaignId,
    /// Its title.
    pub title: String,
    /// What admins wrote about it; may be empty.
    pub description: String,
    /// "3 initial messages · 2 replies · 14 past".
    pub counts: String,
    /// "Answer replies (2)"; empty if there are none, or the campaign is paused.
    pub replies: String,
    /// "Send initial messages (3)"; empty if there are none, or the campaign is paused.
    pub first_texts: String,
    /// The oldest of the replies has waited this long.
    pub oldest_wait: Option<Age>,
    /// Why nothing can be sent: "Outside texting hours until 09:00, New York time"; else empty.
    pub closed: String,
}

#[cfg(feature = "ssr")]
impl CampaignCardView {
    /// Of cards, in their order.
    pub fn all(cards: Vec<crate::domain::CampaignCard>) -> Vec<Self> {
        cards.into_iter().map(Self::of).collect()
    }

    fn of(card: crate::domain::CampaignCard) -> Self {
        use sentences::{island, page};
        let some = |count: u32, words: fn(u32) -> String| match count {
            0 => String::new(),
            count => words(count),
        };
        let mut counts = vec![
            some(card.first_texts, island::counted_initial_messages),
            some(card.replies, island::counted_replies),
            some(card.past, page::counted_past),
        ];
        counts.retain(|count| !count.is_empty());
        let offered = |count: u32, words: fn(u32) -> String| match card.paused {
            true => String::new(),
            false => some(count, words),
        };
        Self {
            campaign: card.campaign,
            title: card.title,
            description: card.description,
            counts: counts.join(" · "),
            replies: offered(card.replies, page::answer_replies),
            first_texts: offered(card.first_texts, page::send_initial_messages),
            oldest_wait: card.oldest_wait,
            closed: match card.closed {
                _ if card.paused => page::paused_until_resumed().to_owned(),
                Some(closed) => page::outside_hours_until(&closed.to_string()),
                None => String::new(),
            },
        }
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::CampaignCardView;
    use crate::domain::{CampaignCard, CampaignId};

    #[test]
    fn says_what_there_is_and_offers_nothing_else() {
        let card = |first_texts, replies, past, paused| CampaignCard {
            campaign: CampaignId(1),
            title: "Early vote".into(),
            description: String::new(),
            first_texts,
            replies,
            past,
            oldest_wait: None,
            paused,
            closed: None,
        };
        let cards = vec![
            card(1_200, 1, 14, false),
            card(0, 0, 3, false),
            card(2, 1, 0, true),
        ];
        let [all, past, paused] = &CampaignCardView::all(cards)[..] else {
            panic!("three cards stay three cards");
        };
        assert_eq!(all.counts, "1,200 initial messages · 1 reply · 14 past");
        assert_eq!(all.first_texts, "Send initial messages (1,200)");
        assert_eq!(all.replies, "Answer replies (1)");
        assert_eq!(past.counts, "3 past");
        assert_eq!((past.first_texts.as_str(), past.replies.as_str()), ("", ""));
        assert_eq!(paused.counts, "2 initial messages · 1 reply");
        assert_eq!(
            paused.closed,
            "Paused: nothing can be sent until it is resumed."
        );
        let offered = (paused.first_texts.as_str(), paused.replies.as_str());
        assert_eq!(offered, ("", ""));
    }
}
