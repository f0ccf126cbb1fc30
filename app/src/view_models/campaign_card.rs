//! A campaign on a texter's home, in words.

use crate::domain::Age;
use serde::{Deserialize, Serialize};

/// A [`crate::domain::CampaignCard`] in words, so that a phone need not know how they are made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CampaignCardView {
    /// Its title.
    pub title: String,
    /// What admins wrote about it; may be empty.
    pub description: String,
    /// "3 initial messages": there is no list of them. Empty if there are none.
    pub counts: String,
    /// "Answer replies (2)", "Send initial messages (3)", unless the campaign is paused; and its lists: "2 replies",
    /// "14 past", "5 closed". Only those that lead to something.
    pub links: Vec<CardLink>,
    /// The oldest of the replies has waited this long.
    pub oldest_wait: Option<Age>,
    /// Why nothing can be sent: "Outside texting hours until 9:00 AM, New York time"; or not to some: "2 of 5 outside
    /// texting hours until 9:00 AM, New York time"; else empty.
    pub closed: String,
}

/// A link of a card to one of its lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardLink {
    /// How it looks: the classes of the style sheet.
    pub class: String,
    /// Where it leads.
    pub url: String,
    /// What it says.
    pub text: String,
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
        let to_text = card.first_texts.saturating_add(card.replies);
        let id = card.campaign;
        let link = |class: &str, url: String, text: String| CardLink {
            class: class.to_owned(),
            url,
            text,
        };
        let next = |kind: &str| format!("/texts/next?campaign={id}&kind={kind}");
        let list = |list: &str| format!("/texts/{list}?campaign={id}");
        let closed = card.closed_conversations;
        let offered = |count: u32, words: fn(u32) -> String| match card.paused {
            true => String::new(),
            false => some(count, words),
        };
        let mut links = vec![
            link(
                "button primary",
                next("replies"),
                offered(card.replies, page::answer_replies),
            ),
            link(
                "button",
                next("initials"),
                offered(card.first_texts, page::send_initial_messages),
            ),
            link(
                "button quiet",
                list("replies"),
                some(card.replies, island::counted_replies),
            ),
            link(
                "button quiet",
                list("past"),
                some(card.past, page::counted_past),
            ),
            link(
                "button quiet",
                list("closed"),
                some(closed, page::counted_closed),
            ),
        ];
        links.retain(|link| !link.text.is_empty());
        Self {
            title: card.title,
            description: card.description,
            counts: some(card.first_texts, island::counted_initial_messages),
            links,
            oldest_wait: card.oldest_wait,
            closed: match card.closed {
                _ if card.paused => page::paused_until_resumed().to_owned(),
                Some(closed) if card.outside_hours < to_text => {
                    page::some_outside_hours_until(card.outside_hours, to_text, &closed.to_string())
                }
                Some(closed) => page::outside_hours_until(&closed.to_string()),
                None => String::new(),
            },
        }
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::CampaignCardView;
    use crate::domain::{CampaignCard, CampaignId, ClosedHours};

    #[test]
    fn says_for_how_many_the_texting_hours_are_over() {
        let closed = |outside_hours| {
            let card = CampaignCard {
                campaign: CampaignId(1),
                title: "Early vote".into(),
                description: String::new(),
                first_texts: 1_200,
                replies: 1,
                past: 14,
                closed_conversations: 0,
                oldest_wait: None,
                paused: false,
                closed: (outside_hours > 0).then(|| ClosedHours {
                    opens: "09:00".parse().unwrap(),
                    zone: "America/Denver".to_owned(),
                }),
                outside_hours,
                hours_refresh_in: None,
            };
            CampaignCardView::of(card).closed
        };
        let until = "outside texting hours until 9:00 AM, Denver time";
        assert_eq!(closed(0), "");
        assert_eq!(closed(1_100), format!("1,100 of 1,201 {until}"));
        assert_eq!(closed(1_201), until.replacen('o', "O", 1));
    }

    #[test]
    fn says_what_there_is_and_offers_nothing_else() {
        let card = |first_texts, replies, past, closed_conversations, paused| CampaignCard {
            campaign: CampaignId(1),
            title: "Early vote".into(),
            description: String::new(),
            first_texts,
            replies,
            past,
            closed_conversations,
            oldest_wait: None,
            paused,
            closed: None,
            outside_hours: 0,
            hours_refresh_in: None,
        };
        let cards = vec![
            card(1_200, 1, 14, 2, false),
            card(0, 0, 3, 0, false),
            card(2, 1, 0, 0, true),
        ];
        let [all, past, paused] = &CampaignCardView::all(cards)[..] else {
            panic!("three cards stay three cards");
        };
        let links = |card: &CampaignCardView| -> Vec<(String, String)> {
            let links = card.links.iter();
            links
                .map(|link| (link.url.clone(), link.text.clone()))
                .collect()
        };
        let link = |url: &str, text: &str| (url.to_owned(), text.to_owned());
        assert_eq!(all.counts, "1,200 initial messages");
        assert_eq!(
            links(all),
            [
                link("/texts/next?campaign=1&kind=replies", "Answer replies (1)"),
                link(
                    "/texts/next?campaign=1&kind=initials",
                    "Send initial messages (1,200)"
                ),
                link("/texts/replies?campaign=1", "1 reply"),
                link("/texts/past?campaign=1", "14 past"),
                link("/texts/closed?campaign=1", "2 closed"),
            ]
        );
        assert_eq!(past.counts, "");
        assert_eq!(links(past), [link("/texts/past?campaign=1", "3 past")]);
        assert_eq!(paused.counts, "2 initial messages");
        assert_eq!(
            paused.closed,
            "Paused: nothing can be sent until it is resumed."
        );
        assert_eq!(
            links(paused),
            [link("/texts/replies?campaign=1", "1 reply")]
        );
    }
}
