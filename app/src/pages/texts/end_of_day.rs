//! **Release my replies** as a page, without WASM.

use crate::api;
use crate::api::releases::ReleaseMyReplies;
use crate::components::{EmptyState, derive};
use crate::islands::EndOfDayQuestion;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::view_models::own_release_details;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{island, page};

/// Asks whether the texter means it, and says how many replies it is about, who can request them then, and what stays.
#[component]
pub fn EndOfDayPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::texter()?;
        let preview = api::ports()?.releases.preview_mine(&viewer).await?;
        let releasable = preview.replies;
        let details = own_release_details(&preview);
        let details = derive(move || details.clone());
        let question = if releasable == 0 {
            view! {
                <EmptyState
                    title=page::nothing_to_release()
                    text=page::no_releasable_replies()
                />
                <p class="lead">{details}</p>
                <p class="paging"><a class="button" href="/texts">{page::my_texts()}</a></p>
            }
            .into_any()
        } else {
            let replies = derive(move || releasable);
            view! {
                <form method="post" action=ReleaseMyReplies::PATH class="card">
                    <EndOfDayQuestion replies details/>
                    <div class="dialog-actions">
                        <a class="button" href="/texts">{island::cancel()}</a>
                        <button class="button primary">{island::release_my_replies()}</button>
                    </div>
                </form>
            }
            .into_any()
        };
        Ok(view! {
            <Page title=island::done_for_the_day() viewer=Some(viewer.into()) class="narrow">
                <h1>{island::done_for_the_day()}</h1>
                {question}
            </Page>
        }
        .into_any())
    })
}
