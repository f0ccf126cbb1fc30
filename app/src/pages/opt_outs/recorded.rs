//! Who or what recorded an opt-out.

use crate::components::Clock;
use crate::domain::{OptOut, OptOutOrigin};
use leptos::prelude::*;
use sentences::page;

/// The origin in a word or two.
pub(super) fn origin_words(origin: OptOutOrigin) -> &'static str {
    match origin {
        OptOutOrigin::StopWord => page::origin_stop_word(),
        OptOutOrigin::Texter => page::origin_texter(),
        OptOutOrigin::Admin => page::origin_admin(),
        OptOutOrigin::Import => page::origin_import(),
        OptOutOrigin::Carrier => page::origin_carrier(),
    }
}

/// Who, on which campaign, and when.
#[component]
pub(super) fn Recorded(opt_out: OptOut) -> impl IntoView {
    let who = match (opt_out.by, opt_out.origin) {
        (Some((member, name)), _) => {
            view! { <a href=format!("/people/{member}")>{name}</a> }.into_any()
        }
        (None, OptOutOrigin::StopWord) => page::recorded_by_the_contact().into_any(),
        (None, OptOutOrigin::Carrier) => page::recorded_by_the_carrier().into_any(),
        (None, _) => page::audit_command_line().into_any(),
    };
    let campaign = opt_out.campaign.map(|(id, title)| {
        view! { " · "<a href=format!("/campaigns/{id}")>{title}</a> }
    });
    view! { <p>{who}{campaign}" · "<Clock at=opt_out.at/></p> }
}
