//! The conversation that is opened in Message Review.

use super::answer::Answer;
use crate::islands::{LiveThread, LiveThreadData, WithProps};
use crate::pages::flash::Flash;
use crate::pages::texts::{
    CarriedTags, Thread, UnsentLastText, earlier_path, full_name, opt_out_path,
};
use crate::ports::ReviewedConversation;
use crate::view_models::marked_status_words;
use leptos::prelude::*;
use sentences::page;

/// Whose it is, its thread, and the form that answers it. All but what the form sends is kept up to date.
#[component]
pub(super) fn Opened(
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
    let opt_out = (!view.opted_out).then(|| opt_out_path(view.id, &back));
    let earlier = earlier_path(view, &back);
    let live = view.id;
    let data = LiveThreadData {
        conversation: view.id,
        // The list beside it does not matter.
        address: format!("/review?open={}", view.id),
        shown: view.shown.to_string(),
    };
    let (tags, messages) = (view.tags.clone(), view.messages.clone());
    let notes = view.opt_outs.clone();
    let status = marked_status_words(view.status, view.opted_out);
    let line = [view.campaign_title.as_str(), &holder];
    let line: Vec<&str> = line.into_iter().chain(status).collect();
    let line = line.join(" · ");
    view! {
        <p class="back review-back"><a href=list>{page::review_back_to_list()}</a></p>
        <h2>{name.clone()}</h2>
        <div id="carried"><div>
            <p class="hint">{line}" "{opted_out}</p>
            <CarriedTags tags/>
        </div></div>
        <Flash words=&[("answered", page::review_was_answered)]/>
        <div role="status"><UnsentLastText/></div>
        <Thread messages notes contact=name opt_out live earlier/>
        <Answer conversation back/>
        <WithProps props=data><LiveThread/></WithProps>
    }
}
