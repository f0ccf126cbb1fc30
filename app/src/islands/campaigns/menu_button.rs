//! The button of a campaign's row that opens its menu.

use crate::components::Derived;
use crate::domain::CampaignId;
use leptos::prelude::*;
use sentences::admin;

/// The button ⋮. The menu itself is a plain part of the page, which the browser opens and closes by itself; it is told
/// how auto-assign stands, so that it offers the other way.
#[component]
pub fn MenuButton(
    campaign: CampaignId,
    title: String,
    auto_assign: Derived<bool>,
) -> impl IntoView {
    let menu = ["menu-", &campaign.to_string()].concat();
    let target = menu.clone();
    Effect::new(move |_| {
        let state = if auto_assign() { "on" } else { "off" };
        if let Some(menu) = document().get_element_by_id(&menu) {
            let _ = menu.set_attribute("data-auto-assign", state);
        }
    });
    view! {
        <button
            type="button"
            class="menu-button"
            aria-label=admin::actions_for(&title)
            popovertarget=target
        >
            <svg viewBox="0 0 16 16" aria-hidden="true">
                <circle cx="8" cy="3" r="1.5"></circle>
                <circle cx="8" cy="8" r="1.5"></circle>
                <circle cx="8" cy="13" r="1.5"></circle>
            </svg>
        </button>
    }
}
