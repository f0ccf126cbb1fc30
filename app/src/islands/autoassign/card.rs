//! Autoassign Mode on the page of a campaign.

use super::dialog::AutoassignDialog;
use super::status::AutoReleaseLine;
use crate::components::live;
use crate::domain::{
    AutoReleaseState, AutoReleaseStatus, AutoassignMode, AutoassignWindow, CampaignId,
};
use crate::islands::packed::Packed;
use leptos::prelude::*;

/// Until the page has been read.
const UNKNOWN: AutoassignWindow = AutoassignWindow {
    mode: AutoassignMode {
        auto_assign: false,
        auto_release: None,
    },
    version: 0,
    status: AutoReleaseStatus {
        state: AutoReleaseState::Off,
        last: None,
    },
};

/// What is saved and what it is doing, and the way into the window.
#[island]
pub fn AutoassignCard(
    /// Of which campaign.
    campaign: CampaignId,
    /// What it is called.
    title: String,
    /// The `AutoassignWindow` as the page is made.
    window: Packed,
) -> impl IntoView {
    let window = RwSignal::new(window.read().unwrap_or(UNKNOWN));
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
