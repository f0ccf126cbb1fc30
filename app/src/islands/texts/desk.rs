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
    /// Where the page after this one begins; empty if there is none.
    pub more: String,
    /// Whether this is the first page of replies; only that one follows the server.
    pub first: bool,
    /// Where the next page of campaigns begins; empty if there is none.
    pub more_cards: String,
    /// Whether this is the first page of campaigns; only that one follows the server.
    pub first_cards: bool,
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
                replies: Vec::new(),
            },
            said: String::new(),
            undoable: String::new(),
            more: String::new(),
            first: true,
            more_cards: String::new(),
            first_cards: true,
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
        more,
        first,
        more_cards,
        first_cards,
    } = handed();
    let elapsed = elapsed_seconds();
    let offer = RwSignal::new(desk.offer);
    let count = RwSignal::new(desk.held);
    let releasable = RwSignal::new(desk.releasable);
    let losses = RwSignal::new(desk.losses);
    let cards = RwSignal::new(desk.cards);
    let held = Held::new(desk.replies, elapsed);
    let answer = Answer::new(desk.told);
    let day = Day::new(said, undoable);

    let order = InOrder::new();
    let refresh = move || {
        let question = order.ask();
        spawn_local(async move {
            // If it fails, what is shown stands until the next event.
            if let Ok(desk) = desk_now().await
                && order.hear(question)
            {
                offer.set(desk.offer);
                answer.hear(desk.told);
                count.set(desk.held);
                releasable.set(desk.releasable);
                losses.set(desk.losses);
                if first_cards {
                    cards.set(desk.cards);
                }
                if first {
                    held.set(desk.replies);
                }
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
        <CampaignCards cards elapsed more=more_cards/>
        <Inbox held count more/>
        <DayEnd day releasable refresh/>
    }
}
