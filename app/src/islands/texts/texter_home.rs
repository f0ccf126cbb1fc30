//! The texter's home: the request form, and the conversations that they hold.

use super::answer_next::AnswerNext;
use super::cards::CampaignCards;
use super::end_of_day::{EndOfDay, EndOfDayResult};
use super::end_of_day_section::EndOfDaySection;
use super::held_replies::HeldReplies;
use super::inbox::Inbox;
use super::losses::Losses;
use super::request_form::RequestForm;
use super::request_result::{RequestResult, RequestResultView};
use crate::api::requests::get_texter_home;
use crate::components::derive;
use crate::domain::{RequestOffer, Topic};
use crate::islands::browser::{elapsed_seconds, spawn_for_page, subscribe, when_due};
use crate::islands::connection_status::ConnectionStatus;
use crate::islands::encoded::decode;
use crate::islands::island_props::{IslandProps, island_props};
use crate::islands::latest_response::LatestResponse;
use crate::view_models::{EndOfDayNotice, HomeParts, TexterHome};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// A texter's home when its page was made; by default an empty one, which the server fills.
#[derive(Default, Serialize, Deserialize)]
pub struct TexterHomeData {
    /// Its content.
    pub home: TexterHome,
    /// What came of **Release my replies**, if that was a moment ago.
    pub notice: EndOfDayNotice,
    /// How many replies come before those that are listed.
    pub skip_replies: u32,
    /// How many campaigns come before those that are listed.
    pub skip_cards: u32,
}

impl IslandProps for TexterHomeData {
    const ID: &'static str = "props-texter-home";
}

/// The way to the next reply, the request form, the outcome of the last request, what was lost, the replies to answer
/// and the end of the day. All of it is kept up to date while it is looked at.
#[island]
pub fn TexterHomeIsland() -> impl IntoView {
    let TexterHomeData {
        home,
        notice,
        skip_replies,
        skip_cards,
    } = island_props();
    let elapsed = elapsed_seconds();
    let offer = RwSignal::new(home.offer.unwrap_or(RequestOffer::Closed {
        title: String::new(),
        message: String::new(),
    }));
    let count = RwSignal::new(home.held);
    let answerable = RwSignal::new(home.answerable);
    let held_words = RwSignal::new(home.held_words);
    let hours_refresh_in = RwSignal::new(home.hours_refresh_in);
    let releasable = RwSignal::new(home.releasable);
    let release_details = RwSignal::new(home.release_details);
    let losses = RwSignal::new(home.losses);
    let cards = RwSignal::new(home.cards);
    let more_cards = RwSignal::new(home.more_cards);
    let held = HeldReplies::new(home.replies, elapsed);
    let more = RwSignal::new(home.more);
    let result = RequestResult::new(home.notice);
    let end_of_day = EndOfDay::new(notice, elapsed);

    let responses = LatestResponse::new();
    // While the offer is that of the last event, the next event says what has changed of it.
    let offer_of_event = StoredValue::new(false);
    // What was asked for and has not arrived. Each request asks for it too, so that its response may take the place of
    // all older ones, and of those that failed.
    let missing = StoredValue::new(HomeParts::NONE);
    let refresh_parts = move |parts: HomeParts| {
        // What was asked for on this page may be answered when another one is shown.
        let Some(not_arrived) = missing.try_get_value() else {
            return;
        };
        let parts = parts | not_arrived;
        missing.set_value(parts);
        let request = responses.begin();
        spawn_for_page(async move {
            // If it fails, what is shown stands until the next event.
            if let Ok(home) = get_texter_home(skip_replies, skip_cards, parts).await
                && responses.accept(request)
            {
                if responses.is_newest(request) {
                    missing.set_value(HomeParts::NONE);
                }
                if let Some(new_offer) = home.offer {
                    offer_of_event.set_value(false);
                    offer.set(new_offer);
                }
                if parts.has(HomeParts::OUTCOME) {
                    result.update(home.notice);
                }
                if parts.has(HomeParts::LOSSES) {
                    losses.set(home.losses);
                }
                if parts.has(HomeParts::CONVERSATIONS) {
                    count.set(home.held);
                    answerable.set(home.answerable);
                    held_words.set(home.held_words);
                    hours_refresh_in.set(home.hours_refresh_in);
                    releasable.set(home.releasable);
                    release_details.set(home.release_details);
                    cards.set(home.cards);
                    more_cards.set(home.more_cards);
                    held.set(home.replies);
                    more.set(home.more);
                }
            }
        });
    };
    let refresh = move || refresh_parts(HomeParts::ALL);
    when_due(
        derive(move || hours_refresh_in.get()),
        derive(move || refresh_parts(HomeParts::CONVERSATIONS)),
    );
    // What was assigned before is no news any more.
    let on_release = move || result.sentence.set(String::new());
    let on_event = move |name: &str, data: String| match name {
        "offer" => {
            if let Some(new_offer) = decode(&data) {
                offer_of_event.set_value(true);
                offer.set(new_offer);
            }
        }
        // The offer comes by an event.
        "open" => refresh_parts(HomeParts::ALL_BUT_OFFER),
        _ => {
            let mut changed = decode(&data).unwrap_or(HomeParts::ALL_BUT_OFFER);
            if !offer_of_event.get_value() {
                changed = changed | HomeParts::OFFER;
            }
            refresh_parts(changed);
        }
    };
    let connection = subscribe(&Topic::Texts, &["offer", "home"], on_event);
    view! {
        <EndOfDayResult end_of_day refresh/>
        <Losses losses/>
        <RequestResultView result/>
        <ConnectionStatus connection/>
        <AnswerNext held count=answerable first=skip_replies == 0/>
        <RequestForm offer result on_response=refresh/>
        <CampaignCards cards elapsed more=more_cards first=skip_cards == 0/>
        <Inbox held count words=held_words more first=skip_replies == 0/>
        <EndOfDaySection end_of_day releasable details=release_details refresh on_release/>
    }
}
