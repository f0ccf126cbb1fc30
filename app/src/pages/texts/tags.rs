//! The tags of a conversation.

use crate::api::conversations::TagConversation;
use crate::domain::{ConversationView, TagChoice};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::page;

/// The tags that it carries.
#[component]
pub fn CarriedTags(
    /// All tags, and whether it carries them.
    tags: Vec<TagChoice>,
) -> impl IntoView {
    let any = tags.iter().any(|tag| tag.on);
    let carried = tags
        .into_iter()
        .filter(|tag| tag.on)
        .map(|tag| view! { <li class="tag">{tag.title}</li> })
        .collect_view();
    any.then(|| view! { <ul class="tags" aria-label=page::tags()>{carried}</ul> })
}

/// The form in which its holder changes them.
#[component]
pub fn TagForm(
    /// The conversation.
    view: ConversationView,
) -> impl IntoView {
    let (conversation, epoch) = (view.id.to_string(), view.lease_epoch.to_string());
    view! {
        <form method="post" action=TagConversation::PATH class="tag-form" data-unsaved="tags">
            <input type="hidden" name="conversation" value=conversation/>
            <input type="hidden" name="lease_epoch" value=epoch/>
            // Kept up to date, choice by choice.
            <fieldset id="tag-choices">
                <legend class="quiet-caption">{page::what_is_it_about()}</legend>
                {view.tags.into_iter().map(|tag| view! { <Choice tag/> }).collect_view()}
            </fieldset>
            <button class="button">{page::save_tags()}</button>
        </form>
    }
}

#[component]
fn Choice(tag: TagChoice) -> impl IntoView {
    view! {
        <label class="tag-choice">
            <input type="checkbox" name="tags[]" value=tag.id.to_string() checked=tag.on/>
            <span>
                {tag.title}
                {tag.takes_away.then(|| view! { <small>{page::goes_to_the_team()}</small> })}
            </span>
        </label>
    }
}
