//! The page of a bulk action: what it would change, or what came of it.

use crate::api;
use crate::api::reviews::{StartBulkAction, UndoBulkAction, bulk_progress_page};
use crate::components::undo_words;
use crate::domain::{BulkAction, BulkActionId, BulkState, Decider, LeftOut, ReleaseProgress, Role};
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::{path_id, query};
use crate::pages::see_other::see_other;
use crate::view_models::{bulk_chosen_words, bulk_lead, bulk_list, bulk_title};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{island, page};

/// The preview, with the form that carries it out; then its result, with the way back while there is one. While it is
/// counted or goes on, a page of its own shows how far it is.
#[component]
pub fn BulkActionPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::decider()?;
        let id = path_id::<BulkActionId>()?;
        let action = api::ports()?.bulk_actions.bulk_action(&viewer, id).await?;
        let back = query("back").unwrap_or_default();
        if !action.state.is_settled() {
            see_other(&bulk_progress_page(id, &back));
            return Ok(().into_any());
        }
        let title = bulk_title(&action.subject);
        let list = bulk_list(&action.subject, &back);
        let back = list.clone();
        let content = match action.state.clone() {
            BulkState::Counting | BulkState::Counted => {
                view! { <Preview viewer=viewer.clone() action list/> }.into_any()
            }
            BulkState::Nothing => {
                view! { <p class="notice" role="status">{page::bulk_nothing_was_changed()}</p> }
                    .into_any()
            }
            BulkState::Started { progress, undo } => {
                view! { <Outcome viewer=viewer.clone() action progress undo list/> }.into_any()
            }
        };
        Ok(view! {
            <Page title=title.clone() viewer=Some(viewer.into()) class="narrow">
                <p class="back"><a href=back>{page::message_review()}</a></p>
                <h1>{title}</h1>
                {content}
            </Page>
        }
        .into_any())
    })
}

/// How many would be changed, from whom they are taken, what is left alone and why, and the button.
#[component]
fn Preview(
    viewer: Decider,
    action: BulkAction,
    /// The address of the list.
    list: String,
) -> impl IntoView {
    let count = action.expected;
    let sentence = match count {
        0 => page::bulk_would_change_none().to_owned(),
        count => page::bulk_would_change(count),
    };
    let losers = action
        .losers
        .iter()
        .map(|(name, count)| view! { <li>{page::bulk_loser(name, *count)}</li> })
        .collect_view();
    let losers = (!action.losers.is_empty()).then(|| {
        view! {
            <h2>{page::bulk_from_whom()}</h2>
            <ul>{losers}</ul>
        }
    });
    let is_maker = action.maker == viewer.member;
    let hint = if action.subject.change.spares_what_changed() {
        [page::bulk_changes_meanwhile(), page::bulk_can_be_undone()].join(" ")
    } else {
        page::bulk_can_be_undone().to_owned()
    };
    let form = match (count, is_maker) {
        (0, _) => ().into_any(),
        (_, false) => view! { <p class="hint">{page::bulk_only_its_maker()}</p> }.into_any(),
        (_, true) => view! {
            <form method="post" action=StartBulkAction::PATH>
                <input type="hidden" name="action" value=action.subject.id.to_string()/>
                <input type="hidden" name="back" value=list.clone()/>
                <p class="hint">{hint}</p>
                <div class="dialog-actions">
                    <a class="button" href=list>{island::cancel()}</a>
                    <button class="button primary">{page::bulk_do_it()}</button>
                </div>
            </form>
        }
        .into_any(),
    };
    view! {
        <section class="card bulk-preview">
            <p>{bulk_lead(&action.subject)}</p>
            <p class="hint">{bulk_chosen_words(&action.subject)}</p>
            <p class="bulk-count"><strong>{sentence}</strong></p>
            {losers}
            <LeftAlone left_out=action.left_out/>
            {form}
        </section>
    }
}

/// What is left alone, a line for each reason.
#[component]
fn LeftAlone(left_out: Vec<LeftOut>) -> impl IntoView {
    let lines = left_out
        .iter()
        .map(|left| view! { <li>{left.reason.counted(left.conversations)}</li> })
        .collect_view();
    (!left_out.is_empty()).then(|| {
        view! {
            <h2>{page::bulk_left_alone()}</h2>
            <ul>{lines}</ul>
        }
    })
}

/// What came of it, and of its undo.
#[component]
fn Outcome(
    viewer: Decider,
    action: BulkAction,
    progress: ReleaseProgress,
    undo: Option<ReleaseProgress>,
    /// The address of the list.
    list: String,
) -> impl IntoView {
    let had_changed = (progress.kept > 0).then(|| page::bulk_had_changed(progress.kept));
    let may_undo = action.maker == viewer.member || viewer.role >= Role::Admin;
    let form = progress.undo_for.filter(|_| may_undo).map(|left| {
        view! {
            <form method="post" action=UndoBulkAction::PATH class="progress-undo">
                <input type="hidden" name="action" value=action.subject.id.to_string()/>
                <input type="hidden" name="back" value=list.clone()/>
                <button class="button">{island::undo()}</button>
                <span class="hint"><strong>{undo_words(Some(left))}</strong>". "{page::bulk_undo_returns()}</span>
            </form>
        }
    });
    let history = (viewer.role >= Role::Admin).then(|| {
        let path = format!("/releases/{}", progress.release);
        view! { <p><a href=path>{sentences::admin::release_history()}</a></p> }
    });
    view! {
        <section class="card bulk-preview">
            <div role="status">
                <p class="result-sentence">{progress.to_string()}</p>
                {had_changed.map(|words| view! { <p>{words}</p> })}
                {undo.map(|undo| view! { <p class="result-sentence">{undo.to_string()}</p> })}
            </div>
            <p class="hint">{bulk_chosen_words(&action.subject)}</p>
            <LeftAlone left_out=action.left_out.clone()/>
            {form}
            {history}
            <p><a href=list>{page::bulk_back()}</a></p>
        </section>
    }
}
