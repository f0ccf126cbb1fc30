//! The head of a conversation, which stays in sight while the thread scrolls: whom one is texting.

use super::tags::{CarriedTags, TagForm};
use crate::components::{Wait, derive};
use crate::domain::{ConversationView, Holding, NextConversation, PoolKind, contact_name};
use leptos::prelude::*;
use sentences::page;

/// The ways back and on, the contact's name, the campaign and the wait, notices, and a sheet with what else is known.
#[component]
pub fn Contact(
    /// The conversation.
    view: ConversationView,
    /// What came of what was done last.
    children: Children,
) -> impl IntoView {
    let next = view.next.map(|NextConversation { id, kind }| {
        let label = match kind {
            PoolKind::Initials => page::next_initial_message(),
            PoolKind::Replies => page::next_reply(),
        };
        view! { <a rel="next" href=format!("/texts/{id}#latest")><span>{label}</span></a> }
    });
    let previous = view.previous.map(|previous| {
        view! {
            <a rel="prev" href=format!("/texts/{previous}#latest")><span>{page::previous_conversation()}</span></a>
        }
    });
    view! {
        <header class="contact">
            <div class="contact-bar">
                <a rel="up" href="/texts"><span>{page::my_texts()}</span></a>
                <h1>{full_name(&view)}</h1>
                {previous}
                {next}
            </div>
            {children()}
            <Sheet view/>
        </header>
    }
}

/// The wait, the campaign and the tags, and behind them everything else that is known, and the form of the tags. A title that
/// is cut off in the line stands there too.
#[component]
fn Sheet(view: ConversationView) -> impl IntoView {
    let title = view.campaign_title.clone();
    let fields = view
        .custom_fields
        .iter()
        .map(|(name, value)| view! { <div><dt>{name.clone()}</dt><dd>{value.clone()}</dd></div> })
        .collect_view();
    let (known, tags) = (
        !view.custom_fields.is_empty(),
        view.holding == Holding::Mine && !view.tags.is_empty(),
    );
    let summary = match (known, tags) {
        (true, true) => Some(page::about_and_tags()),
        (true, false) => Some(page::about_contact()),
        (false, true) => Some(page::tags()),
        (false, false) => None,
    };
    view! {
        <div class="contact-line">
            // Kept up to date with the thread, and as time passes.
            <div id="waiting"><div data-seconds=view.waiting.map(|age| age.0.to_string())>
                {view.waiting.map(|age| view! {
                    <span class="quiet-caption">{page::waiting_for()}" "</span>
                    <Wait age=derive(move || Some(age))/>
                })}
            </div></div>
            <span class=summary.is_some().then_some("contact-campaign")>{title.clone()}</span>
            // Kept up to date with the thread.
            <div id="carried"><div><CarriedTags tags=view.tags.clone()/></div></div>
            {summary.map(|summary| view! {
                <button class="contact-more" popovertarget="about">{summary}</button>
                <div id="about" popover class="sheet" role="group" aria-label=summary>
                    <dl>
                        <div><dt>{page::campaign_of_conversation()}</dt><dd>{title}</dd></div>
                        {fields}
                    </dl>
                    {tags.then(|| view! { <TagForm view/> })}
                </div>
            })}
        </div>
    }
}

/// Both names, or what there is of them.
pub fn full_name(view: &ConversationView) -> String {
    contact_name(&[view.first_name.trim(), view.last_name.trim()].join(" "))
}

#[cfg(test)]
mod tests {
    use super::Contact;
    use crate::domain::{
        CampaignId, ConversationId, ConversationStatus, ConversationView, Holding,
    };
    use leptos::prelude::*;

    #[test]
    fn names_and_custom_fields_are_text() {
        let hostile = || "</textarea><script>alert(1)</script>".to_owned();
        let view = ConversationView {
            id: ConversationId(1),
            campaign: CampaignId(1),
            campaign_title: hostile(),
            archived: false,
            paused: false,
            first_name: hostile(),
            last_name: hostile(),
            custom_fields: vec![(hostile(), hostile())],
            status: ConversationStatus::NeedsResponse,
            holding: Holding::Mine,
            why: None,
            holder: None,
            lease_epoch: 0,
            waiting: None,
            release_in: None,
            opted_out: false,
            closed: None,
            hours_refresh_in: None,
            tags: Vec::new(),
            first_text: None,
            script: String::new(),
            responses: Vec::new(),
            messages: Vec::new(),
            has_earlier_messages: false,
            opt_outs: Vec::new(),
            draft: None,
            wrote_lately: false,
            previous: None,
            next: None,
            thread_version: 0,
            shown: 0,
        };
        let html = Owner::new().with(|| view! { <Contact view>""</Contact> }.to_html());
        assert!(!html.contains("<script"), "{html}");
        // The title twice: in the line and, all of it, in the sheet.
        assert_eq!(html.matches("&lt;script&gt;").count(), 6, "{html}");
    }
}
