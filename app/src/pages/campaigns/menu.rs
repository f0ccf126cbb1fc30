//! The menus ⋮ of the campaigns' rows: what each offers, in one list.

use crate::api::campaigns::{ChangeChosen, ChosenChange, Pause, Resume, Unarchive, chosen_url};
use crate::domain::{CampaignRow, CampaignState, ChosenCampaigns};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{admin, page};

/// What an item of a menu does.
enum Action {
    /// Leads to a page; where the page is awake, its window opens instead.
    Window {
        /// Which window, and which kind of it.
        window: [&'static str; 2],
        /// The page.
        path: String,
    },
    /// Leads to a page.
    Page(String),
    /// Is done at once, by a form.
    Form {
        /// Where it is sent.
        path: &'static str,
        /// What is sent.
        fields: Vec<(&'static str, String)>,
    },
}

/// An item: what it is called, what it does, and when it is to be seen.
struct Item {
    words: &'static str,
    action: Action,
    /// The class by which the style sheet hides it as long as it makes no sense; empty = it always does.
    class: &'static str,
}

impl Item {
    fn new(words: &'static str, action: Action) -> Self {
        Self {
            words,
            action,
            class: "",
        }
    }

    /// The item, hidden while auto-assign is on already, or off already.
    fn unless_auto_assign(self, on: bool) -> Self {
        let class = if on { "unless-on" } else { "unless-off" };
        Self { class, ..self }
    }
}

/// The items of a campaign's menu, in their order. `back` is the list that they are chosen from.
fn items(campaign: &CampaignRow, back: &str) -> Vec<Item> {
    let id = campaign.counts.campaign;
    let here = format!("/campaigns/{id}");
    let under_here = |path: &str| [here.as_str(), path].concat();
    let window = |window, path| Action::Window {
        window,
        path: under_here(path),
    };
    let change = |change: ChosenChange| Action::Form {
        path: ChangeChosen::PATH,
        fields: vec![
            ("campaigns[0]", id.to_string()),
            ("change", change.as_str().to_owned()),
            ("back", back.to_owned()),
        ],
    };
    let is_archived = campaign.state == CampaignState::Archived;
    let (archive, archive_action) = if is_archived {
        let fields = vec![("campaign", id.to_string())];
        let path = Unarchive::PATH;
        (page::unarchive(), Action::Form { path, fields })
    } else {
        let chosen = ChosenCampaigns::new([id]);
        let path = chosen_url(ChosenChange::Archive, &chosen, back);
        (page::archive(), Action::Page(path))
    };
    let pause = match campaign.state {
        CampaignState::Started => Some((page::pause(), Pause::PATH)),
        CampaignState::Paused => Some((page::resume(), Resume::PATH)),
        CampaignState::Draft | CampaignState::Archived => None,
    };
    let pause = pause.map(|(words, path)| {
        let fields = vec![("campaign", id.to_string())];
        Item::new(words, Action::Form { path, fields })
    });
    // As on the campaign's page: nothing is released before the launch, and nothing can be done with what is archived.
    let runs = matches!(
        campaign.state,
        CampaignState::Started | CampaignState::Paused
    );
    let release = [
        Item::new(
            admin::release_unreplied_conversations(),
            window(["release", "replies"], "/release?kind=replies"),
        ),
        Item::new(
            admin::release_unsent_messages(),
            window(["release", "unsent"], "/release?kind=unsent"),
        ),
    ];
    let autoassign = [
        Item::new(
            admin::autoassign_mode(),
            window(["autoassign", ""], "/autoassign"),
        ),
        Item::new(
            page::turn_its_auto_assign_on(),
            change(ChosenChange::AutoAssignOn),
        )
        .unless_auto_assign(true),
        Item::new(
            page::turn_its_auto_assign_off(),
            change(ChosenChange::AutoAssignOff),
        )
        .unless_auto_assign(false),
    ];
    let second_pass = Item::new(
        admin::second_pass(),
        Action::Page(under_here("/second-pass")),
    );
    let mut items = Vec::new();
    items.extend(release.into_iter().filter(|_| runs));
    items.extend(autoassign.into_iter().filter(|_| !is_archived));
    items.extend([
        Item::new(page::edit_campaign(), Action::Page(here.clone())),
        Item::new(page::figures(), Action::Page(under_here("/figures"))),
    ]);
    items.extend(Some(second_pass).filter(|_| runs));
    items.push(Item::new(
        page::copy_campaign(),
        Action::Page(under_here("#copy")),
    ));
    items.extend(pause);
    items.push(Item::new(archive, archive_action));
    items.push(Item::new(
        page::delete_unmessaged_contacts(),
        Action::Page(under_here("/unmessaged")),
    ));
    items.push(Item::new(
        page::export_of_campaign(),
        Action::Page(under_here("#export")),
    ));
    items
}

/// The menus of these campaigns, each a list that the browser lays over everything else when the button of its row is
/// pressed. They stand behind the table, because the table lives in the browser and they need not.
#[component]
pub(super) fn RowMenus<'a>(campaigns: &'a [CampaignRow], back: &'a str) -> impl IntoView + use<> {
    campaigns
        .iter()
        .map(|campaign| {
            let items = items(campaign, back)
                .into_iter()
                .map(|item| view! { <li class=item.class>{item_view(campaign, item.words, item.action)}</li> })
                .collect_view();
            let menu = format!("menu-{}", campaign.counts.campaign);
            let mode = campaign.autoassign.mode;
            let state = if mode.auto_assign { "on" } else { "off" };
            view! { <ul id=menu class="menu" popover="auto" data-auto-assign=state>{items}</ul> }
        })
        .collect_view()
}

fn item_view(campaign: &CampaignRow, words: &'static str, action: Action) -> AnyView {
    match action {
        Action::Window {
            window: [window, kind],
            path,
        } => view! {
            <a
                href=path
                data-window=window
                data-kind=kind
                data-campaign=campaign.counts.campaign.to_string()
                data-title=campaign.title.clone()
            >
                {words}
            </a>
        }
        .into_any(),
        Action::Page(path) => view! { <a href=path>{words}</a> }.into_any(),
        Action::Form { path, fields } => {
            let fields = fields
                .into_iter()
                .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
                .collect_view();
            view! { <form method="post" action=path>{fields}<button>{words}</button></form> }
                .into_any()
        }
    }
}
