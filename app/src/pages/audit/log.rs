//! The list of events.

use super::event::Event;
use super::filter::{Filter, filter_from_query, log_url};
use crate::api;
use crate::components::EmptyState;
use crate::domain::{AuditFilter, AuditKey};
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::pieces::{PLACE, pieces};
use crate::pages::query::query_as;
use leptos::prelude::*;
use sentences::page;

/// Who administered what, newest first, with a filter and an export of what it finds.
#[component]
pub fn AuditPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::owner()?;
        let filter = filter_from_query();
        let after = query_as::<AuditKey>("after");
        let audit = api::ports()?.audit;
        let found = audit.events(&viewer, filter, after).await?;
        let people = audit.actors(&viewer, filter.person).await?;
        let lead = page::audit_lead(PLACE);
        let [before_link, after_link] = pieces(&lead);
        let newest = after.map(|_| {
            let path = log_url("/audit", filter, "");
            view! { <a class="button" href=path>{page::first_page()}</a> }
        });
        let next = found.next.map(|next| {
            let path = log_url("/audit", filter, &next.to_string());
            view! { <a class="button" rel="next" href=path>{page::next_page()}</a> }
        });
        let export = (!found.rows.is_empty()).then(|| {
            let path = log_url("/audit.csv", filter, "");
            view! { <a class="button" href=path download="audit.csv">{page::export_csv()}</a> }
        });
        let content = if found.rows.is_empty() {
            let (title, text) = if filter == AuditFilter::default() {
                (page::audit_is_empty(), page::audit_will_be_listed())
            } else {
                (page::audit_found_nothing(), page::audit_choose_another())
            };
            view! { <EmptyState title text/> }.into_any()
        } else {
            let rows = found
                .rows
                .into_iter()
                .map(|event| view! { <Event event/> })
                .collect_view();
            view! { <ol class="rows" aria-label=page::audit_log()>{rows}</ol> }.into_any()
        };
        Ok(view! {
            <Page title=page::audit_log() viewer=Some(viewer.into())>
                <p class="back"><a href="/people">{page::people()}</a></p>
                <div class="page-head">
                    <h1>{page::audit_log()}</h1>
                    {export}
                </div>
                <p class="lead">{before_link}<a href="/people">{page::people()}</a>{after_link}</p>
                <Filter filter people/>
                {content}
                <p class="paging">{newest}{next}</p>
            </Page>
        }
        .into_any())
    })
}
