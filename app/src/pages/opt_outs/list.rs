//! The list of opt-outs, with a search, an export, and the forms under it.

use super::add::{AddForm, ImportForm};
use super::recorded::{Recorded, origin_words};
use super::report::OptOutResult;
use crate::api;
use crate::components::{EmptyState, form_error};
use crate::domain::{OptOut, OptOutKey, PhoneNumber};
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::{query, query_as};
use crate::url::with_query;
use leptos::prelude::*;
use sentences::page;

/// A page of opt-outs, newest first.
#[component]
pub fn OptOutsPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let search = query("q").unwrap_or_default();
        let after = query_as::<OptOutKey>("after");
        let port = api::ports()?.opt_outs;
        let report = match query_as::<i64>("import") {
            Some(import) => Some(port.opt_out_report(&viewer, import).await?),
            None => None,
        };
        let has_key = after.is_some();
        let found = port.opt_outs(&viewer, &search, after).await?;
        let path = |after: &str| with_query("/opt-outs", &[("q", &search), ("after", after)]);
        let newest =
            has_key.then(|| view! { <a class="button" href=path("")>{page::first_page()}</a> });
        let next = found.next.map(|next| {
            let path = path(&next.to_string());
            view! { <a class="button" rel="next" href=path>{page::next_page()}</a> }
        });
        let export = (!found.rows.is_empty()).then(|| {
            let path = with_query("/opt-outs.csv", &[("q", &search)]);
            view! { <a class="button" href=path download="opt-outs.csv">{page::export_csv()}</a> }
        });
        let lifted = found.lifted.map(|number| view! { <Lifted number/> });
        let content = if found.rows.is_empty() {
            let (title, text) = match (found.is_understood, search.trim()) {
                (false, _) => (page::no_opt_out_found(), page::search_by_number()),
                (true, "") => (page::no_opt_outs_yet(), page::opt_outs_appear_here()),
                (true, _) => (page::no_opt_out_found(), page::search_another_number()),
            };
            view! { <EmptyState title text/> }.into_any()
        } else {
            let rows = found
                .rows
                .into_iter()
                .map(|opt_out| view! { <Row opt_out/> })
                .collect_view();
            view! { <ol class="rows" aria-label=page::opt_outs()>{rows}</ol> }.into_any()
        };
        Ok(view! {
            <Page title=page::opt_outs() viewer=Some(viewer.into())>
                <div class="page-head">
                    <h1>{page::opt_outs()}</h1>
                    {export}
                </div>
                <p class="lead">{page::what_opt_outs_do()}</p>
                <Added/>
                {report.map(|report| view! { <OptOutResult report/> })}
                <form method="get" action="/opt-outs" class="search" role="search">
                    <label class="heard" for="q">{page::phone_number_or_last_digits()}</label>
                    <input
                        id="q"
                        type="text"
                        inputmode="tel"
                        name="q"
                        value=search
                        placeholder=page::phone_number_or_last_digits()
                        autocomplete="off"
                    />
                    <button class="button">{page::search()}</button>
                </form>
                {lifted}
                {content}
                <p class="paging">{newest}{next}</p>
                <AddForm/>
                <ImportForm/>
            </Page>
        }
        .into_any())
    })
}

/// What came of numbers that were added by hand.
#[component]
fn Added() -> impl IntoView {
    let added = query_as::<u32>("added").filter(|_| form_error().is_none());
    let words = added.map(|added| {
        let already = query_as::<u32>("already").filter(|already| *already > 0);
        let already = already.map(|already| [" ", &page::were_opted_out_before(already)].concat());
        [page::opt_outs_are_added(added), already.unwrap_or_default()].concat()
    });
    view! {
        <div role="status">
            {words.map(|words| view! { <p class="notice notice-good">{words}</p> })}
        </div>
    }
}

/// The number that was searched for is not opted out any more.
#[component]
fn Lifted(number: PhoneNumber) -> impl IntoView {
    let path = format!("/opt-outs/{}", number.digits());
    view! {
        <p class="notice">
            {page::number_was_opted_out_before(number.as_str())}" "<a href=path>{page::see_its_history()}</a>
        </p>
    }
}

#[component]
fn Row(opt_out: OptOut) -> impl IntoView {
    let path = format!("/opt-outs/{}", opt_out.number.digits());
    let number = opt_out.number.to_string();
    view! {
        <li class="row">
            <div class="row-main">
                <a href=path><strong>{number}</strong></a>" "<span class="tag">{origin_words(opt_out.origin)}</span>
                <Recorded opt_out/>
            </div>
        </li>
    }
}
