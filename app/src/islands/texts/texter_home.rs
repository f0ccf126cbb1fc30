//! The texter's home: the request form, and the conversations that they hold.

use super::cards::CampaignCards;
use super::end_of_day::{EndOfDay, EndOfDayResult};
use super::end_of_day_section::EndOfDaySection;
use super::held_replies::HeldReplies;
use super::inbox::Inbox;
use super::losses::Losses;
use super::request_form::RequestForm;
use super::request_result::{RequestResult, RequestResultView};
use crate::api::requests::get_texter_home;
use crate::domain::RequestOffer;
use crate::islands::browser::{elapsed_seconds, subscribe};
use crate::islands::connection_status::ConnectionStatus;
use crate::islands::encoded::decode;
use crate::islands::island_props::{IslandProps, island_props};
use crate::islands::latest_response::LatestResponse;
use crate::view_models::TexterHome;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};

/// A texter's home when its page was made.
#[derive(Serialize, Deserialize)]
pub struct TexterHomeData {
    /// Its content.
    pub home: TexterHome,
    /// What came of **Release my replies**, if that was a moment ago.
    pub notice: String,
    /// The release that can be undone; empty if there is none.
    pub undoable: String,
    /// How many replies come before those that are listed.
    pub skip_replies: u32,
    /// How many campaigns come before those that are listed.
    pub skip_cards: u32,
}

/// An empty home, which the server fills.
impl Default for TexterHomeData {
    fn default() -> Self {
        Self {
            home: TexterHome {
                offer: RequestOffer::Closed {
                    title: String::new(),
                    message: String::new(),
                },
                notice: None,
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
    const ID: &'static str = "props-texter-home";
}

/// The request form, the outcome of the last request, what was lost, the replies to answer and the end
/// of the day. All of it is kept up to date while it is looked at.
#[island]
pub fn TexterHomeIsland() -> impl IntoView {
    let TexterHomeData {
        home,
        notice,
        undoable,
        skip_replies,
        skip_cards,
    } = island_props();
    let elapsed = elapsed_seconds();
    let offer = RwSignal::new(home.offer);
    let count = RwSignal::new(home.held);
    let releasable = RwSignal::new(home.releasable);
    let losses = RwSignal::new(home.losses);
    let cards = RwSignal::new(home.cards);
    let more_cards = RwSignal::new(home.more_cards);
    let held = HeldReplies::new(home.replies, elapsed);
    let more = RwSignal::new(home.more);
    let result = RequestResult::new(home.notice);
    let end_of_day = EndOfDay::new(notice, undoable);

    let responses = LatestResponse::new();
    let refresh = move || {
        let request = responses.begin();
        spawn_local(async move {
            // If it fails, what is shown stands until the next event.
            if let Ok(home) = get_texter_home(skip_replies, skip_cards).await
                && responses.accept(request)
            {
                offer.set(home.offer);
                result.update(home.notice);
                count.set(home.held);
                releasable.set(home.releasable);
                losses.set(home.losses);
                cards.set(home.cards);
                more_cards.set(home.more_cards);
                held.set(home.replies);
                more.set(home.more);
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
