//! Autoassign Mode on the page of a campaign.

use super::dialog::AutoassignDialog;
use super::status::AutoReleaseLine;
use crate::components::live;
use crate::domain::{
    AutoReleaseState, AutoReleaseStatus, AutoassignMode, AutoassignWindow, CampaignId, CampaignNow,
};
use crate::islands::browser::subscribe;
use crate::islands::handed::{Handed, handed};
use crate::islands::packed::read;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// Autoassign Mode of a campaign as its page is made.
#[derive(Serialize, Deserialize)]
pub struct AutoassignShown {
    /// Of which campaign.
    pub campaign: CampaignId,
    /// What it is called.
    pub title: String,
    /// What is saved and what it is doing.
    pub window: AutoassignWindow,
}

impl Default for AutoassignShown {
    fn default() -> Self {
        Self {
            campaign: CampaignId(0),
            title: String::new(),
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
        }
    }
}

impl Handed for AutoassignShown {
    const ID: &'static str = "handed-autoassign";
}

/// What is saved and what it is doing, as it is told, and the way into the window.
#[island]
pub fn AutoassignCard() -> impl IntoView {
    let AutoassignShown {
        campaign,
        title,
        window,
    } = handed();
    let window = RwSignal::new(window);
    let assign = live(move || {
        if window.get().mode.auto_assign {
            "On: texters get this campaign’s conversations through the request form."
        } else {
            "Off: nobody can request this campaign’s conversations."
        }
    });
    let release = live(move || match window.get().mode.auto_release {
        None => "Off: replies stay with their texter until somebody releases them.".to_owned(),
        Some(interval) => [
            "On: replies that sit unhandled for ",
            &interval.to_string(),
            " go back into the pool by themselves.",
        ]
        .concat(),
    });
    let known = move |of, now| {
        if of == campaign {
            window.set(now);
        }
    };
    let address = ["/events/campaigns?ids=", &campaign.to_string()].concat();
    subscribe(address, &["counts"], move |_, data| {
        for now in read::<Vec<CampaignNow>>(&data).unwrap_or_default() {
            known(now.counts.campaign, now.autoassign);
        }
    });
    view! {
        <dl class="autoassign-facts">
            <div><dt>"Auto-assign"</dt><dd>{assign}</dd></div>
            <div><dt>"Auto-release"</dt><dd>{release}</dd></div>
        </dl>
        <AutoReleaseLine status=live(move || window.get().status)/>
        <a
            class="button"
            href=["/campaigns/", &campaign.to_string(), "/autoassign"].concat()
            data-window="autoassign"
            data-campaign=campaign.to_string()
            data-title=title
        >
            "Autoassign Mode"
        </a>
        <AutoassignDialog known/>
    }
}
