//! The history.

use super::record::Record;
use crate::api;
use crate::components::{EmptyState, Page};
use crate::domain::{ReleaseFilter, ReleaseId, ReleaseProgress, ReleaseRecord};
use crate::pages::answer::answer;
use crate::pages::query::query_as;
use leptos::prelude::*;

/// Who released what and when, newest first, and what came of the release that was just made.
#[component]
pub fn ReleasesPage() -> impl IntoView {
    answer(async {
        let viewer = api::admin()?;
        let after = query_as::<ReleaseId>("after");
        let page = api::ports()?
            .releases
            .history(&viewer, ReleaseFilter::default(), after)
            .await?;
        let released = just_released(&page.rows);
        let content = if page.rows.is_empty() {
            view! {
                <EmptyState
                    title="Nothing was released yet"
                    text="Who releases, when, by which policy and how much: it is all kept here."
                />
            }
            .into_any()
        } else {
            let records = page
                .rows
                .into_iter()
                .map(|record| view! { <Record record/> })
                .collect_view();
            view! { <ol class="records">{records}</ol> }.into_any()
        };
        let newest =
            after.map(|_| view! { <a class="button" href="/releases">"Newest releases"</a> });
        let next = page
            .next
            .map(|next| view! { <a class="button" rel="next" href=format!("/releases?after={next}")>"Next page"</a> });
        Ok(view! {
            <Page title="Release history" viewer=Some(viewer)>
                <h1>"Release history"</h1>
                <div role="status">
                    {released.map(|outcome| view! { <p class="notice notice-good">{outcome.to_string()}</p> })}
                </div>
                {content}
                <p class="paging">{newest}{next}</p>
            </Page>
        }
        .into_any())
    })
}

/// The result of the release that sent the browser here.
fn just_released(rows: &[ReleaseRecord]) -> Option<ReleaseProgress> {
    let id = query_as::<ReleaseId>("released")?;
    let record = rows.iter().find(|record| record.progress.release == id)?;
    Some(record.progress.clone())
}
