//! What a texter has lost.

use crate::api::releases::dismiss_notices;
use crate::api::requests::Loss;
use crate::components::live;
use crate::islands::moment::Moment;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What was released from the texter and why, newest first, until they say that they have read it.
#[component]
pub fn Losses(losses: RwSignal<Vec<Loss>>) -> impl IntoView {
    let newest = move || losses.with(|losses| losses.first().map(|loss| loss.release));
    let read = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(up_to) = untrack(newest) else {
            return;
        };
        losses.set(Vec::new());
        // If it fails they are told once more, with the next event.
        spawn_local(async move {
            let _ = dismiss_notices(up_to).await;
        });
    };
    view! {
        <div role="status">
            <section class="notice notice-warning losses" aria-label="Released from you" hidden=live(move || newest().is_none())>
                <ul>
                    <For each=move || losses.get() key=|loss| loss.release let(loss)>
                        <li>
                            {loss.what}" at "<Moment at=live(move || Some(loss.at))/>", "{loss.why}"."
                        </li>
                    </For>
                </ul>
                <form method="post" action="/api/releases/dismiss-notices" on:submit=read>
                    <input
                        type="hidden"
                        name="up_to"
                        value=live(move || newest().map(|release| release.to_string()).unwrap_or_default())
                    />
                    <button class="button">"OK"</button>
                </form>
            </section>
        </div>
    }
}
