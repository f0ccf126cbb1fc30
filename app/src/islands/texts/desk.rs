//! The desk: what a texter may ask for, and what they hold.

use super::cards::CampaignCards;
use super::day::{Day, DayResult};
use super::day_end::DayEnd;
use super::held::Held;
use super::inbox::Inbox;
use super::losses::Losses;
use super::outcome::{Answer, Outcome};
use super::request_form::RequestForm;
use crate::api::requests::{Desk, desk_now};
use crate::domain::RequestOffer;
use crate::islands::browser::{elapsed_seconds, subscribe};
use crate::islands::connection_mark::ConnectionMark;
use crate::islands::handed::{Handed, handed};
use crate::islands::in_order::InOrder;
use crate::islands::packed::read;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};

/// The desk as its page is made.
#[derive(Serialize, Deserialize)]
pub struct DeskShown {
    /// What is on it.
    pub desk: Desk,
    /// What came of **Release my replies**, if that was a moment ago.
    pub said: String,
    /// The release that can be undone; empty if there is none.
    pub undoable: String,
    /// How many replies come before those that are listed.
    pub skip_replies: u32,
    /// How many campaigns come before those that are listed.
    pub skip_cards: u32,
}

/// An empty desk, which the server fills.
impl Default for DeskShown {
    fn default() -> Self {
        Self {
            desk: Desk {
                offer: RequestOffer::Closed {
                    title: String::new(),
                    message: String::new(),
                },
                told: None,
                held: 0,
                releasable: 0,
                losses: Vec::new(),
                cards: Vec::new(),
                more_cards: String::new(),
                replies: Vec::new(),
                more: String::new(),
            },
            said: String::new(),
            undoable: String::new(),
            skip_replies: 0,
            skip_cards: 0,
        }
    }
}

impl Handed for DeskShown {
    const ID: &'static str = "handed-desk";
}

/// The request form, the outcome of the last request, what was lost, the replies to answer and the end
/// of the day. All of it follows the server while it is looked at.
#[island]
pub fn TexterDesk() -> impl IntoView {
    let DeskShown {
        desk,
        said,
        undoable,
        skip_replies,
        skip_cards,
    } = handed();
    let elapsed = elapsed_seconds();
    let offer = RwSignal::new(desk.offer);
    let count = RwSignal::new(desk.held);
    let releasable = RwSignal::new(desk.releasable);
    let losses = RwSignal::new(desk.losses);
    let cards = RwSignal::new(desk.cards);
    let more_cards = RwSignal::new(desk.more_cards);
    let held = Held::new(desk.replies, elapsed);
    let more = RwSignal::new(desk.more);
    let answer = Answer::new(desk.told);
    let day = Day::new(said, undoable);

    let order = InOrder::new();
    let refresh = move || {
        let question = order.ask();
        spawn_local(async move {
            // If it fails, what is shown stands until the next event.
            if let Ok(desk) = desk_now(skip_replies, skip_cards).await
                && order.hear(question)
            {
                offer.set(desk.offer);
                answer.hear(desk.told);
                count.set(desk.held);
                releasable.set(desk.releasable);
                losses.set(desk.losses);
                cards.set(desk.cards);
                more_cards.set(desk.more_cards);
                held.set(desk.replies);
                more.set(desk.more);
            }
        });
    };
    // What happened before the connection stood was told to nobody.
    let fresh = StoredValue::new(false);
    let connection = subscribe(
        "/events/texts".to_owned(),
        &["offer", "inbox"],
        move |name, data| {
            if name != "offer" || !fresh.get_value() {
                fresh.set_value(true);
                refresh();
            } else if let Some(now) = read(&data) {
                offer.set(now);
            }
        },
    );
    view! {
        <DayResult day refresh/>
        <Losses losses/>
        <Outcome answer/>
        <ConnectionMark connection/>
        <RequestForm offer answer asked=refresh/>
        <CampaignCards cards elapsed more=more_cards first=skip_cards == 0/>
        <Inbox held count more first=skip_replies == 0/>
        <DayEnd day releasable refresh/>
    }
}
