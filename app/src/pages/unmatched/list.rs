//! The page **Unmatched texts**.

use crate::api;
use crate::api::unmatched::{MarkUnmatchedDone, OptOutUnmatched};
use crate::components::{Clock, EmptyState, form_error};
use crate::domain::{ConversationId, PhoneNumber, UnmatchedId, UnmatchedText};
use crate::pages::flash::Flash;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::{query, query_as};
use crate::pages::texts::Media;
use crate::url::with_query;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{island, page};

/// How many texts a page lists before it offers a next one.
const PER_PAGE: u32 = 50;

/// Texts from people whom nobody texted from the number that they wrote to, the newest first.
#[component]
pub fn UnmatchedPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let with_done = query("all").is_some();
        let after = query_as::<UnmatchedId>("after");
        let begins_after = after.as_ref().map(UnmatchedId::to_string);
        let begins_after = begins_after.unwrap_or_default();
        let unmatched = api::ports()?.unmatched;
        let texts = unmatched.unmatched(&viewer, with_done, after, PER_PAGE + 1);
        let mut texts = texts.await?;
        let more = texts.len() > PER_PAGE as usize;
        texts.truncate(PER_PAGE as usize);
        let all = if with_done { "1" } else { "" };
        // What is done on a later page may be the last of it.
        let first = (!begins_after.is_empty()).then(|| {
            let path = with_query("/unmatched", &[("all", all)]);
            view! { <a class="button" href=path>{page::first_page()}</a> }
        });
        let next = texts.last().filter(|_| more).map(|last| {
            let path = with_query(
                "/unmatched",
                &[("all", all), ("after", &last.id.to_string())],
            );
            view! { <a class="button" rel="next" href=path>{page::next_page()}</a> }
        });
        let other = if with_done {
            view! { <a class="button" href="/unmatched">{page::without_texts_that_are_done()}</a> }
        } else {
            view! { <a class="button" href="/unmatched?all=1">{page::texts_that_are_done_too()}</a> }
        };
        let content = if texts.is_empty() {
            let (title, text) = (page::nothing_here(), page::unmatched_appear_here());
            view! { <EmptyState title text/> }.into_any()
        } else {
            let rows = texts
                .into_iter()
                .map(|text| view! { <Row text all after=begins_after.clone()/> })
                .collect_view();
            view! { <ol class="rows" aria-label=page::unmatched_texts()>{rows}</ol> }.into_any()
        };
        Ok(view! {
            <Page title=page::unmatched_texts() viewer=Some(viewer.into()) class="narrow">
                <h1>{page::unmatched_texts()}</h1>
                <p class="lead">{page::why_they_are_unmatched()}</p>
                <Flash words=&[("marked", page::text_is_done), ("opted_out", page::writer_is_opted_out)]/>
                <MovedNotice/>
                {content}
                <p class="paging">{other}{first}{next}</p>
            </Page>
        }
        .into_any())
    })
}

/// That a text was moved, with the way to where it is now.
#[component]
fn MovedNotice() -> impl IntoView {
    let moved = query_as::<ConversationId>("moved").filter(|_| form_error().is_none());
    view! {
        <div role="status">
            {moved.map(|id| view! {
                <p class="notice notice-good">
                    {page::text_was_moved()}" "
                    <a href=format!("/texts/{id}#latest")>{page::open_the_conversation()}</a>
                </p>
            })}
        </div>
    }
}

#[component]
fn Row(
    text: UnmatchedText,
    /// The fields of the address of the list.
    all: &'static str,
    after: String,
) -> impl IntoView {
    let id = text.id.to_string();
    let move_path = with_query(
        "/unmatched/move",
        &[("text", &id), ("all", all), ("after", &after)],
    );
    let from = sender(&text.from);
    let opt_out = text.number.clone().filter(|_| !text.opted_out);
    let opt_out = opt_out.map(|number| {
        let after = after.clone();
        view! { <OptOutForm text=id.clone() number all after/> }
    });
    let done = (!text.done).then(|| {
        let name = page::mark_text_as_done(&from);
        view! {
            <form method="post" action=MarkUnmatchedDone::PATH>
                <input type="hidden" name="text" value=id/>
                <input type="hidden" name="all" value=all/>
                <input type="hidden" name="after" value=after/>
                <button class="button" aria-label=name>{page::mark_as_done()}</button>
            </form>
        }
    });
    let move_name = page::move_text_from(&from);
    view! {
        <li class="row">
            <Words text/>
            <div class="actions">
                <a class="button" href=move_path aria-label=move_name>{page::move_to_a_contact()}</a>
                {opt_out}
                {done}
            </div>
        </li>
    }
}

/// Who wrote what, to which number and when.
#[component]
pub(super) fn Words(text: UnmatchedText) -> impl IntoView {
    let mark = match (text.opted_out, text.may_want_to_opt_out) {
        (true, _) => Some(("tag", page::opted_out_mark())),
        (false, true) => Some(("tag tag-failed", page::may_want_to_opt_out())),
        (false, false) => None,
    };
    let mark = mark.map(|(class, words)| view! { " "<span class=class>{words}</span> });
    let done = text
        .done
        .then(|| view! { " "<span class="tag">{page::done_mark()}</span> });
    let from = sender(&text.from);
    let media = text.media.into_iter();
    let media = media
        .map(|media| view! { <Media media contact=from.clone()/> })
        .collect_view();
    view! {
        <div class="row-main">
            <strong>{from.clone()}</strong>{mark}{done}
            <div>{text.body}</div>
            {media}
            <p>{page::came_to_number(&text.to)}" · "<Clock at=text.at/></p>
        </div>
    }
}

/// Who wrote, as the carrier says.
fn sender(from: &str) -> String {
    match from {
        "" => page::no_sender().to_owned(),
        from => from.to_owned(),
    }
}

/// **Opt out** of the number that a text came from, which leads back to the same page of the list.
#[component]
fn OptOutForm(
    text: String,
    number: PhoneNumber,
    all: &'static str,
    after: String,
) -> impl IntoView {
    let name = page::opt_out_of_number(number.as_str());
    view! {
        <form method="post" action=OptOutUnmatched::PATH>
            <input type="hidden" name="text" value=text/>
            <input type="hidden" name="all" value=all/>
            <input type="hidden" name="after" value=after/>
            <button class="button" aria-label=name>{island::opt_out()}</button>
        </form>
    }
}
