//! The card of a campaign's page with its Autoassign Mode.

use super::dialog::AutoassignDialog;
use super::obstacles::LiveObstacles;
use super::status::AutoReleaseLine;
use crate::components::derive;
use crate::domain::{
    AutoReleaseState, AutoReleaseStatus, AutoassignMode, AutoassignWindow, CampaignId, Topic,
};
use crate::islands::browser::{set_figure, subscribe};
use crate::islands::encoded::decode;
use crate::islands::island_props::{IslandProps, island_props};
use crate::view_models::{CampaignLiveState, ObstacleWords, campaign_figures};
use leptos::prelude::*;
use sentences::admin;
use serde::{Deserialize, Serialize};

/// Autoassign Mode of a campaign as its page is made.
#[derive(Serialize, Deserialize)]
pub struct AutoassignData {
    /// Of which campaign.
    pub campaign: CampaignId,
    /// What it is called.
    pub title: String,
    /// The words of its state: while it is not paused, and while it is.
    pub states: [String; 2],
    /// What is saved and what it is doing.
    pub window: AutoassignWindow,
    /// What keeps its replies from being handed out.
    pub obstacles: Vec<ObstacleWords>,
}

impl Default for AutoassignData {
    fn default() -> Self {
        Self {
            campaign: CampaignId(0),
            title: String::new(),
            states: Default::default(),
            window: AutoassignWindow {
                mode: AutoassignMode {
                    auto_assign: false,
                    auto_release: None,
                },
                version: 0,
                status: AutoReleaseStatus {
                    state: AutoReleaseState::Off,
                    last: None,
                },
            },
            obstacles: Vec::new(),
        }
    }
}

impl IslandProps for AutoassignData {
    const ID: &'static str = "props-autoassign";
}

/// The saved settings, what automatic release is doing, what keeps replies from being handed out, and the link that opens
/// the window. What an event says of the campaign is shown above it too, in the figures of the page.
#[island]
pub fn AutoassignCard() -> impl IntoView {
    let AutoassignData {
        campaign,
        title,
        states,
        window,
        obstacles,
    } = island_props();
    let window = RwSignal::new(window);
    let obstacles = RwSignal::new(obstacles);
    let assign = derive(move || {
        if window.get().mode.auto_assign {
            admin::auto_assign_is_on()
        } else {
            admin::auto_assign_is_off()
        }
    });
    let release = derive(move || match window.get().mode.auto_release {
        None => admin::auto_release_is_off().to_owned(),
        Some(interval) => admin::auto_release_is_on(&interval.to_string()),
    });
    let on_change = move |changed, state| {
        if changed == campaign {
            window.set(state);
        }
    };
    let is_off = derive(move || {
        let mode = window.get().mode;
        !mode.auto_assign && mode.auto_release.is_none()
    });
    let topic = Topic::Campaigns(vec![campaign]);
    subscribe(&topic, &["counts"], move |_, data| {
        for state in decode::<Vec<CampaignLiveState>>(&data).unwrap_or_default() {
            on_change(state.counts.campaign, state.autoassign);
            // They are made anew only when they are others, so that a link among them keeps the focus.
            if obstacles.with_untracked(|shown| *shown != state.obstacles) {
                obstacles.set(state.obstacles);
            }
            set_figure("state", &states[usize::from(state.paused)]);
            for (name, text) in campaign_figures(&state.counts) {
                set_figure(name, &text);
            }
        }
    });
    view! {
        <dl class="autoassign-facts">
            <div><dt>{admin::auto_assign()}</dt><dd>{assign}</dd></div>
            <div><dt>{admin::auto_release()}</dt><dd>{release}</dd></div>
        </dl>
        <AutoReleaseLine status=derive(move || window.get().status)/>
        <a
            class="button"
            href=["/campaigns/", &campaign.to_string(), "/autoassign"].concat()
            data-window="autoassign"
            data-campaign=campaign.to_string()
            data-title=title
        >
            {admin::autoassign_mode()}
        </a>
        <LiveObstacles obstacles is_off/>
        <AutoassignDialog on_change/>
    }
}
