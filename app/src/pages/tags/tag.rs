//! The page of one tag, where it is saved and deleted.

use crate::api;
use crate::api::tags::{DeleteTag, SaveTag};
use crate::components::{Field, Toggle};
use crate::domain::TagId;
use crate::pages::form_state::FormState;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::path_id;
use crate::pages::saved_meanwhile::SavedMeanwhile;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{admin, island, page};

/// Its title and kind, and the button that deletes it, if nothing carries it.
#[component]
pub fn TagPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let id = path_id::<TagId>()?;
        let tag = api::ports()?.tags.tag(&viewer, id).await?;
        let form_state = FormState::of("save");
        let is_escalating = tag.escalation.to_string();
        let kind = if tag.escalation {
            page::kind_escalation()
        } else {
            page::kind_standard()
        };
        let saved = vec![
            (page::title(), tag.title.clone()),
            (page::type_of_tag(), kind.to_owned()),
        ];
        let consequence = match (tag.conversations, tag.escalation) {
            (0, _) => page::its_type_can_be_changed().to_owned(),
            (carried, true) => page::as_a_standard_tag(carried),
            (carried, false) => page::as_an_escalation_tag(carried),
        };
        let delete = if tag.conversations == 0 {
            view! {
                <p>{page::no_conversation_has_it()}</p>
                <form method="post" action=DeleteTag::PATH class="actions">
                    <input type="hidden" name="tag" value=id.to_string()/>
                    <button class="button danger" data-discard="">{page::delete_tag()}</button>
                </form>
            }
            .into_any()
        } else {
            view! { <p>{page::tag_cannot_be_deleted(tag.conversations)}</p> }.into_any()
        };
        Ok(view! {
            <Page title=tag.title.clone() viewer=Some(viewer.into()) class="narrow">
                <p class="back"><a href="/tags">{page::tags()}</a></p>
                <h1>{tag.title.clone()}</h1>
                <SavedMeanwhile form="save" address=format!("/tags/{id}") saved/>
                <form method="post" action=SaveTag::PATH class="card form" novalidate data-unsaved="save">
                    <input type="hidden" name="tag" value=id.to_string()/>
                    // As it was when the page was opened: what somebody else saves meanwhile is not overwritten.
                    <input type="hidden" name="was_title" value=form_state.text("was_title", tag.title.as_str())/>
                    <input
                        type="hidden"
                        name="was_escalation"
                        value=form_state.text("was_escalation", is_escalating.as_str())
                    />
                    <Field id="title" name="title" label=page::title() value=form_state.text("title", tag.title) error=form_state.error("title")/>
                    <Toggle
                        name="escalation"
                        label=page::escalation_tag()
                        hint=page::what_an_escalation_tag_does()
                        on={form_state.text("escalation", is_escalating) == "true"}
                    />
                    <p class="hint">{consequence}</p>
                    <div class="dialog-actions">
                        <a class="button" href="/tags" data-discard="">{island::cancel()}</a>
                        <button class="button primary">{admin::save()}</button>
                    </div>
                </form>
                <section class="card" aria-labelledby="delete-title">
                    <h2 id="delete-title">{page::delete_this_tag()}</h2>
                    {delete}
                </section>
            </Page>
        }
        .into_any())
    })
}
