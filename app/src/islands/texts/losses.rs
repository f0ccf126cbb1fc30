//! The notices of what was released from the texter.

use crate::api::releases::{DismissNotices, dismiss_notices};
use crate::components::{Lines, derive};
use crate::islands::browser::local_time;
use crate::view_models::{LossNotice, LossSummary};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos::task::spawn_local;
use sentences::island;

/// How much was released from the texter, in one sentence, until they say that they have read it; behind it release by
/// release and why, the newest first.
#[component]
pub fn Losses(losses: RwSignal<LossSummary>) -> impl IntoView {
    // The page was made in UTC; awake, it knows the reader's own time. The first lines that it makes are without, or it
    // would take those of the page for its own.
    let timed = RwSignal::new(cfg!(feature = "ssr"));
    Effect::new(move |_| timed.set(true));
    let lines = derive(move || {
        let timed = timed.get();
        losses.with(|losses| {
            let notices = losses.notices.iter();
            let lines = notices.map(|loss| line(loss, timed));
            lines.chain(losses.more.clone()).collect()
        })
    });
    let newest = move || losses.with(|losses| losses.notices.first().map(|loss| loss.release));
    let read = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(up_to) = untrack(newest) else {
            return;
        };
        // They stay until it is saved, so that whoever leaves the page at once has not read them in vain.
        // Without a connection that is said, and tried again (`script/requests.js`); if it fails, OK is there to be pressed
        // again. What came in meanwhile is not read yet; an event brings the sentence about it.
        spawn_local(async move {
            if dismiss_notices(up_to).await.is_ok() {
                // Nothing, if it is another page by now.
                losses.try_update(|losses| {
                    if losses
                        .notices
                        .first()
                        .is_some_and(|newest| newest.release == up_to)
                    {
                        *losses = LossSummary::default();
                    }
                });
            }
        });
    };
    view! {
        <div role="status">
            <section class="notice notice-warning losses" aria-label=island::released_from_you() hidden=derive(move || newest().is_none())>
                <details>
                    <summary>{derive(move || losses.with(|losses| losses.sentence.clone()))}</summary>
                    <Lines lines/>
                </details>
                <form method="post" action=DismissNotices::PATH on:submit=read>
                    <input
                        type="hidden"
                        name="up_to"
                        value=derive(move || newest().map(|release| release.to_string()).unwrap_or_default())
                    />
                    <button class="button">"OK"</button>
                </form>
            </section>
        </div>
    }
}

/// "3 replies were released from you at 14:05, automatically, after 30 minutes without an answer."
fn line(loss: &LossNotice, timed: bool) -> String {
    let at = match timed {
        true => local_time(loss.at),
        false => String::new(),
    };
    island::loss_line(&loss.what, &at, &loss.why)
}
