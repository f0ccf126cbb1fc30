//! The strip of the viewer's own bulk actions, above the list of Message Review.

use crate::api::reviews::{UndoBulkAction, bulk_page};
use crate::components::undo_words;
use crate::domain::{BulkState, RecentBulkAction};
use crate::view_models::bulk_title;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{island, page};

/// So many are shown at once: as many as leave the list in sight.
const UNFOLDED: usize = 3;

/// What is being counted, goes on or can be undone, each with the way to its page, the first of them at once; nothing if
/// there is nothing.
#[component]
pub(super) fn RecentBulkActions(
    actions: Vec<RecentBulkAction>,
    /// The address of the list below it.
    back: String,
) -> impl IntoView {
    (!actions.is_empty()).then(|| {
        let mut shown = actions;
        let folded = shown.split_off(UNFOLDED.min(shown.len()));
        let folded = (!folded.is_empty()).then(|| {
            let count = u32::try_from(folded.len()).unwrap_or(u32::MAX);
            view! {
                <details>
                    <summary>{page::bulk_recent_more(count)}</summary>
                    <ul>{lines(folded, &back)}</ul>
                </details>
            }
        });
        view! {
            <section class="running" aria-label=page::bulk_recent()>
                <ul>{lines(shown, &back)}</ul>
                {folded}
            </section>
        }
    })
}

fn lines(actions: Vec<RecentBulkAction>, back: &str) -> impl IntoView + use<> {
    let actions = actions.into_iter();
    actions
        .map(|action| view! { <RecentLine action back=back.to_owned()/> })
        .collect_view()
}

#[component]
fn RecentLine(action: RecentBulkAction, back: String) -> impl IntoView {
    let title = bulk_title(&action.subject);
    let id = action.subject.id;
    let path = bulk_page(id, &back);
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
                <input type="hidden" name="action" value=id.to_string()/>
                <input type="hidden" name="back" value=back/>
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
