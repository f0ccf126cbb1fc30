//! A reply in a list of replies to answer.

use super::{Countdown, Derived, Wait};
use crate::domain::{Age, InboxEntry};
use leptos::prelude::*;
use sentences::island;

/// The contact, what they wrote and how long they have waited, as one link; below it **Opt out**, where they may want to.
#[component]
pub fn ReplyLine(
    /// What there is of the reply but its times.
    reply: InboxEntry,
    /// How long the contact has waited; nothing is shown if it is not known any more.
    waiting: Derived<Option<Age>>,
    /// How long until it is released automatically, if it is.
    release_in: Derived<Option<Age>>,
) -> impl IntoView {
    let path = ["/texts/", &reply.id.to_string()].concat();
    let no_opt_out = reply.opt_out.is_empty();
    view! {
        <li>
            <a class="reply" href=[path.as_str(), "#latest"].concat()>
                <span class="reply-head">
                    <strong>{reply.contact}</strong>
                    <span class="quiet-caption">{island::waiting()}" "</span>
                    <Wait age=waiting/>
                </span>
                <span class="reply-excerpt">{reply.excerpt}</span>
                <span class="reply-closed">{reply.closed}</span>
                <span class="reply-foot">
                    <span class="reply-campaign">{reply.campaign_title}</span>
                    <Countdown left=release_in/>
                </span>
            </a>
            <a
                class="reply-action"
                href=[path.as_str(), "/opt-out"].concat()
                hidden=no_opt_out
                aria-label=reply.opt_out
            >
                {island::opt_out()}
            </a>
        </li>
    }
}
