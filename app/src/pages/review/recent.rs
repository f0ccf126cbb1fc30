//! The strip of the viewer's own bulk actions, above the list of Message Review.

use crate::api::reviews::UndoBulkAction;
use crate::components::undo_words;
use crate::domain::{BulkState, RecentBulkAction};
use crate::view_models::bulk_title;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{island, page};

/// What is being counted, goes on or can be undone, each with the way to its page; nothing if there is nothing.
#[component]
pub(super) fn RecentBulkActions(actions: Vec<RecentBulkAction>) -> impl IntoView {
    (!actions.is_empty()).then(|| {
        let actions = actions
            .into_iter()
            .map(|action| view! { <RecentLine action/> })
            .collect_view();
        view! {
            <section class="running" aria-label=page::bulk_recent()>
                <ul>{actions}</ul>
            </section>
        }
    })
}

#[component]
fn RecentLine(action: RecentBulkAction) -> impl IntoView {
    let title = bulk_title(&action.subject);
    let id = action.subject.id.to_string();
    let path = format!("/review/actions/{id}");
    let (sentence, undo_for) = match action.state {
        BulkState::Counting => (page::bulk_looked_at(action.seen), None),
        BulkState::Counted if action.expected > 0 => {
            (page::bulk_would_change(action.expected), None)
        }
        BulkState::Counted | BulkState::Nothing => {
            (page::bulk_would_change_none().to_owned(), None)
        }
        BulkState::Started { progress, .. } => (progress.to_string(), progress.undo_for),
    };
    let undo = undo_for.map(|left| {
        view! {
            <form method="post" action=UndoBulkAction::PATH class="progress-undo">
                <input type="hidden" name="action" value=id/>
                <button class="button">{island::undo()}</button>
                <span class="hint"><strong>{undo_words(Some(left))}</strong>". "{page::bulk_undo_returns()}</span>
            </form>
        }
    });
    view! {
        <li>
            <p class="progress-who"><a href=path>{title}</a></p>
            <div class="progress">
                <p class="result-sentence">{sentence}</p>
                {undo}
            </div>
        </li>
    }
}
