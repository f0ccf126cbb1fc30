//! The texter's home: the request form, and the conversations that they hold.

use super::cards::CampaignCards;
use super::end_of_day::{EndOfDay, EndOfDayResult};
use super::end_of_day_section::EndOfDaySection;
use super::held_replies::HeldReplies;
use super::inbox::Inbox;
use super::losses::Losses;
use super::request_form::RequestForm;
use super::request_result::{RequestResult, RequestResultView};
use crate::api::requests::{Desk, desk_now};
use crate::domain::RequestOffer;
use crate::islands::browser::{elapsed_seconds, subscribe};
use crate::islands::connection_status::ConnectionStatus;
use crate::islands::encoded::decode;
use crate::islands::island_props::{IslandProps, island_props};
use crate::islands::latest_response::LatestResponse;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};

/// A texter's home when its page was made.
#[derive(Serialize, Deserialize)]
pub struct TexterHomeData {
    /// What is on it.
    pub desk: Desk,
    /// What came of **Release my replies**, if that was a moment ago.
    pub notice: String,
    /// The release that can be undone; empty if there is none.
    pub undoable: String,
    /// How many replies come before those that are listed.
    pub skip_replies: u32,
    /// How many campaigns come before those that are listed.
    pub skip_cards: u32,
}

/// An empty desk, which the server fills.
impl Default for TexterHomeData {
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
            notice: String::new(),
            undoable: String::new(),
            skip_replies: 0,
            skip_cards: 0,
        }
    }
}

impl IslandProps for TexterHomeData {
    const ID: &'static str = "props-desk";
}

/// The request form, the outcome of the last request, what was lost, the replies to answer and the end
/// of the day. All of it is kept up to date while it is looked at.
#[island]
pub fn TexterHomeIsland() -> impl IntoView {
    let TexterHomeData {
        desk,
        notice,
        undoable,
        skip_replies,
        skip_cards,
    } = island_props();
    let elapsed = elapsed_seconds();
    let offer = RwSignal::new(desk.offer);
    let count = RwSignal::new(desk.held);
    let releasable = RwSignal::new(desk.releasable);
    let losses = RwSignal::new(desk.losses);
    let cards = RwSignal::new(desk.cards);
    let more_cards = RwSignal::new(desk.more_cards);
    let held = HeldReplies::new(desk.replies, elapsed);
    let more = RwSignal::new(desk.more);
    let result = RequestResult::new(desk.told);
    let end_of_day = EndOfDay::new(notice, undoable);

    let responses = LatestResponse::new();
    let refresh = move || {
        let request = responses.begin();
        spawn_local(async move {
            // If it fails, what is shown stands until the next event.
            if let Ok(desk) = desk_now(skip_replies, skip_cards).await
                && responses.accept(request)
            {
                offer.set(desk.offer);
                result.update(desk.told);
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
    // What happened before the connection was open reached nobody.
    let up_to_date = StoredValue::new(false);
    let connection = subscribe(
        "/events/texts".to_owned(),
        &["offer", "inbox"],
        move |name, data| {
            if name != "offer" || !up_to_date.get_value() {
                up_to_date.set_value(true);
                refresh();
            } else if let Some(new_offer) = decode(&data) {
                offer.set(new_offer);
            }
        },
    );
    view! {
        <EndOfDayResult end_of_day refresh/>
        <Losses losses/>
        <RequestResultView result/>
        <ConnectionStatus connection/>
        <RequestForm offer result on_response=refresh/>
        <CampaignCards cards elapsed more=more_cards first=skip_cards == 0/>
        <Inbox held count more first=skip_replies == 0/>
        <EndOfDaySection end_of_day releasable refresh/>
    }
}
