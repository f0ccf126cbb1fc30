//! The conversation that is opened in Message Review.

use super::answer::Answer;
use crate::domain::{Decider, Holding, Role};
use crate::pages::flash::Flash;
use crate::pages::texts::{CarriedTags, Thread, full_name};
use crate::ports::ReviewedConversation;
use crate::view_models::status_words;
use leptos::prelude::*;
use sentences::page;

/// Whose it is, its thread, and the form that answers it.
#[component]
pub(super) fn Opened(
    viewer: Decider,
    conversation: ReviewedConversation,
    /// The address of this page.
    back: String,
    /// That of the list alone.
    list: String,
) -> impl IntoView {
    let view = &conversation.view;
    let name = full_name(view);
    let holder = match &conversation.holder {
        Some(name) => page::review_held_by(name),
        None => page::review_held_by_nobody().to_owned(),
    };
    let opted_out = view
        .opted_out
        .then(|| view! { <span class="tag">{page::opted_out_mark()}</span> });
    // Those who hold it opt the contact out on its own page, and admins everywhere.
    let may_opt_out = viewer.role >= Role::Admin || view.holding == Holding::Mine;
    let opt_out = (may_opt_out && !view.opted_out).then_some(view.id);
    let (tags, messages) = (view.tags.clone(), view.messages.clone());
    let notes = view.opt_outs.clone();
    let line = [
        view.campaign_title.as_str(),
        &holder,
        status_words(view.status),
    ]
    .join(" · ");
    view! {
        <p class="back review-back"><a href=list>{page::review_back_to_list()}</a></p>
        <h2>{name.clone()}</h2>
        <p class="hint">{line}" "{opted_out}</p>
        <CarriedTags tags/>
        <Flash words=&[("answered", page::review_was_answered)]/>
        <Thread messages notes contact=name opt_out/>
        <Answer conversation back/>
    }
}
