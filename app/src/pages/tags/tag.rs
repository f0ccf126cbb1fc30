//! The page of one tag, where it is saved and deleted.

use crate::api;
use crate::api::tags::{DeleteTag, SaveTag};
use crate::components::{Field, Toggle};
use crate::domain::TagId;
use crate::number::pluralize;
use crate::pages::form_state::FormState;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::path_id;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// Its title and kind, and the button that deletes it, if nothing carries it.
#[component]
pub fn TagPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let id = path_id::<TagId>()?;
        let tag = api::ports()?.tags.tag(&viewer, id).await?;
        let form_state = FormState::of("save");
        let carried = pluralize(tag.conversations, "conversation", "conversations");
        let consequence = match (tag.conversations, tag.escalation) {
            (0, _) => "No conversation has this tag, so you can change its type freely.".to_owned(),
            (_, true) => format!(
                "{carried} with this tag. As a standard tag, conversations without another escalation tag go back to the pools, and teams lose the tag."
            ),
            (_, false) => format!(
                "{carried} with this tag. As an escalation tag, they go only to teams with it from then on. Texters keep those they have."
            ),
        };
        let delete = if tag.conversations == 0 {
            view! {
                <p>"No conversation has this tag."</p>
                <form method="post" action=DeleteTag::PATH class="actions">
                    <input type="hidden" name="tag" value=id.to_string()/>
                    <button class="button danger" data-discard="">"Delete tag"</button>
                </form>
            }
            .into_any()
        } else {
            view! { <p>"It cannot be deleted: "{carried}" with this tag would lose it. Rename it, or make it a standard tag."</p> }
                .into_any()
        };
        Ok(view! {
            <Page title=tag.title.clone() viewer=Some(viewer.into()) class="narrow">
                <p class="back"><a href="/tags">"Tags"</a></p>
                <h1>{tag.title.clone()}</h1>
                <form method="post" action=SaveTag::PATH class="card form" novalidate data-unsaved="save">
                    <input type="hidden" name="tag" value=id.to_string()/>
                    <Field id="title" name="title" label="Title" value=form_state.text("title", tag.title) error=form_state.error("title")/>
                    <Toggle
                        name="escalation"
                        label="Escalation tag"
                        hint="Only teams with this tag get its conversations."
                        on=form_state.on("escalation", tag.escalation)
                    />
                    <p class="hint">{consequence}</p>
                    <div class="dialog-actions">
                        <a class="button" href="/tags" data-discard="">"Cancel"</a>
                        <button class="button primary">"Save"</button>
                    </div>
                </form>
                <section class="card" aria-labelledby="delete-title">
                    <h2 id="delete-title">"Delete this tag"</h2>
                    {delete}
                </section>
            </Page>
        }
        .into_any())
    })
}
