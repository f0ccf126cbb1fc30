//! The tags of a conversation.

use crate::api::conversations::TagConversation;
use crate::domain::{ConversationView, Holding, TagChoice};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The tags that it carries, and for its holder the way to change them.
#[component]
pub fn Tags(
    /// The conversation.
    view: ConversationView,
) -> impl IntoView {
    let carried = view
        .tags
        .iter()
        .filter(|tag| tag.on)
        .map(|tag| view! { <li class="tag">{tag.title.clone()}</li> })
        .collect_view();
    let any = view.tags.iter().any(|tag| tag.on);
    let form = view.holding == Holding::Mine && !view.tags.is_empty();
    let (conversation, epoch) = (view.id.to_string(), view.lease_epoch.to_string());
    view! {
        {any.then(|| view! { <ul class="tags carried" aria-label="Tags">{carried}</ul> })}
        {form.then(|| view! {
            <details class="fields">
                <summary>"Tags"</summary>
                <form method="post" action=TagConversation::PATH class="tag-form">
                    <input type="hidden" name="conversation" value=conversation/>
                    <input type="hidden" name="lease_epoch" value=epoch/>
                    <fieldset>
                        <legend class="quiet-caption">"What is this conversation about?"</legend>
                        {view.tags.into_iter().map(|tag| view! { <Choice tag/> }).collect_view()}
                    </fieldset>
                    <button class="button">"Save tags"</button>
                </form>
            </details>
        })}
    }
}

#[component]
fn Choice(tag: TagChoice) -> impl IntoView {
    view! {
        <label class="tag-choice">
            <input type="checkbox" name="tags[]" value=tag.id.to_string() checked=tag.on/>
            <span>
                {tag.title}
                {tag.takes_away.then(|| view! { <small>"Goes to the team that handles it"</small> })}
            </span>
        </label>
    }
}
