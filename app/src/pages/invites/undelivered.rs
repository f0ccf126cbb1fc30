//! The addresses that a link did not reach by e-mail.

use crate::components::Clock;
use crate::domain::MailFailure;
use crate::pages::pieces::{PLACE, pieces};
use crate::ports::Undelivered;
use leptos::prelude::*;
use sentences::page;

/// How many are named in the list of links; of more it is said how many.
const NAMED: usize = 3;

/// A line for the list of links; nothing if every e-mail has arrived.
#[component]
pub(super) fn UndeliveredMark(undelivered: Vec<Undelivered>) -> impl IntoView {
    let addresses: Vec<_> = undelivered.iter().map(|to| to.address.as_str()).collect();
    let words = match addresses.as_slice() {
        [] => None,
        few if few.len() <= NAMED => Some(page::not_delivered_to(&few.join(", "))),
        many => {
            let count = u32::try_from(many.len()).unwrap_or(u32::MAX);
            Some(page::not_delivered_to_many(count))
        }
    };
    words.map(|words| view! { <p class="notice notice-warning">{words}</p> })
}

/// Each of them with when and why, for the page of the link; nothing if every e-mail has arrived.
#[component]
pub(super) fn UndeliveredList(undelivered: Vec<Undelivered>) -> impl IntoView {
    (!undelivered.is_empty()).then(|| {
        let rows = undelivered.into_iter().map(|to| {
            let words = match to.reason {
                MailFailure::Refused => page::mail_was_refused(&to.address, PLACE),
                MailFailure::Late => page::mail_could_not_be_sent(&to.address, PLACE),
            };
            let [before, after] = pieces(&words);
            view! { <li>{before}<Clock at=to.at/>{after}</li> }
        });
        view! {
            <section class="notice notice-warning" aria-labelledby="undelivered-title">
                <h2 id="undelivered-title">{page::not_delivered()}</h2>
                <p>{page::what_to_do_about_undelivered()}</p>
                <ul>{rows.collect_view()}</ul>
            </section>
        }
    })
}
