//! The actions menu of a campaign's row.

use crate::domain::CampaignId;
use leptos::prelude::*;
use sentences::admin;

/// The menu ⋮ of a row: a button and a popover, which the browser opens and closes by itself. Its items
/// are links to pages, and open windows where the page is awake.
#[component]
pub fn Menu(campaign: CampaignId, title: String) -> impl IntoView {
    let id = campaign.to_string();
    let menu = ["menu-", &id].concat();
    let here = ["/campaigns/", &id].concat();
    let items = [
        (
            "release",
            "replies",
            "/release?kind=replies",
            admin::release_unreplied_conversations(),
        ),
        (
            "release",
            "unsent",
            "/release?kind=unsent",
            admin::release_unsent_messages(),
        ),
        ("autoassign", "", "/autoassign", admin::autoassign_mode()),
        ("", "", "/second-pass", admin::second_pass()),
    ];
    let items = items
        .map(|(window, kind, path, words)| {
            view! {
                <li>
                    <a
                        href=[here.as_str(), path].concat()
                        data-window=window
                        data-kind=kind
                        data-campaign=id.clone()
                        data-title=title.clone()
                    >
                        {words}
                    </a>
                </li>
            }
        })
        .into_iter()
        .collect_view();
    view! {
        <button
            type="button"
            class="menu-button"
            aria-label=admin::actions_for(&title)
            popovertarget=menu.clone()
        >
            <svg viewBox="0 0 16 16" aria-hidden="true">
                <circle cx="8" cy="3" r="1.5"></circle>
                <circle cx="8" cy="8" r="1.5"></circle>
                <circle cx="8" cy="13" r="1.5"></circle>
            </svg>
        </button>
        <ul id=menu class="menu" popover="auto">{items}</ul>
    }
}
