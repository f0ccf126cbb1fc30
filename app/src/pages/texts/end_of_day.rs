//! **Release my replies** as a page, without WASM.

use crate::api;
use crate::api::releases::ReleaseMyReplies;
use crate::components::{EmptyState, derive};
use crate::islands::EndOfDayQuestion;
use crate::number::pluralize;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// Asks whether the texter means it, and says how many replies it is about.
#[component]
pub fn EndOfDayPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::texter()?;
        let releasable = api::ports()?.releases.count_mine(&viewer).await?;
        let question = if releasable == 0 {
            view! {
                <EmptyState
                    title="Nothing to release"
                    text="You have no replies that could go back to the pool."
                />
                <p class="paging"><a class="button" href="/texts">"My texts"</a></p>
            }
            .into_any()
        } else {
            let replies = derive(move || pluralize(releasable, "reply", "replies"));
            view! {
                <form method="post" action=ReleaseMyReplies::PATH class="card">
                    <EndOfDayQuestion replies/>
                    <div class="dialog-actions">
                        <a class="button" href="/texts">"Cancel"</a>
                        <button class="button primary">"Release my replies"</button>
                    </div>
                </form>
            }
            .into_any()
        };
        Ok(view! {
            <Page title="Done for the day?" viewer=Some(viewer.into()) class="narrow">
                <h1>"Done for the day?"</h1>
                {question}
            </Page>
        }
        .into_any())
    })
}
