//! The list of tags, and the form that creates one.

use crate::api;
use crate::api::tags::CreateTag;
use crate::components::{EmptyState, Field, Toggle, form_error};
use crate::number::pluralize;
use crate::pages::flash::Flash;
use crate::pages::form_state::FormState;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::query_as;
use crate::ports::TagRow;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// Every tag, and a form for another.
#[component]
pub fn TagsPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let tags = api::ports()?.tags.tags(&viewer).await?;
        let moved = query_as::<u32>("moved").filter(|moved| *moved > 0 && form_error().is_none());
        let form_state = FormState::of("create");
        let content = if tags.is_empty() {
            view! {
                <EmptyState
                    title="No tags yet"
                    text="Standard tags sort conversations. Conversations with an escalation tag go only to the teams with that tag."
                />
            }
            .into_any()
        } else {
            let rows = tags
                .into_iter()
                .map(|tag| view! { <Tag tag/> })
                .collect_view();
            view! { <ul class="rows" aria-label="Tags">{rows}</ul> }.into_any()
        };
        Ok(view! {
            <Page title="Tags" viewer=Some(viewer.into())>
                <h1>"Tags"</h1>
                <p class="lead">"Escalated conversations are never released; only "<a href="/teams">"teams"</a>" with the tag get them."</p>
                <Flash words=&[
                    ("created", "The tag is created."),
                    ("saved", "The tag is saved."),
                    ("deleted", "The tag is deleted."),
                ]/>
                {moved.map(|moved| view! {
                    <p class="notice">{pluralize(moved, "conversation", "conversations")}" with this tag changed: they are escalated, or no longer escalated."</p>
                })}
                {content}
                <section class="card" aria-labelledby="create-title">
                    <h2 id="create-title">"New tag"</h2>
                    <form method="post" action=CreateTag::PATH class="form form-line" novalidate data-unsaved="create">
                        <Field id="title" name="title" label="Title" value=form_state.text("title", "") error=form_state.error("title")/>
                        <Toggle
                            name="escalation"
                            label="Escalation tag"
                            hint="Only teams with this tag get its conversations."
                            on=form_state.on("escalation", false)
                        />
                        <button class="button primary">"Create tag"</button>
                    </form>
                </section>
            </Page>
        }
        .into_any())
    })
}

#[component]
fn Tag(tag: TagRow) -> impl IntoView {
    let kind = if tag.escalation {
        view! { <span class="tag tag-escalation">"Escalation"</span> }
    } else {
        view! { <span class="tag">"Standard"</span> }
    };
    let carried = match tag.conversations {
        0 => "Not in use".to_owned(),
        conversations => format!(
            "On {}",
            pluralize(conversations, "conversation", "conversations")
        ),
    };
    let held = match (tag.escalation, tag.teams) {
        (false, _) => String::new(),
        (true, 0) => " · no team has it, so no one gets them".to_owned(),
        (true, teams) => format!(" · {} with it", pluralize(teams, "team", "teams")),
    };
    view! {
        <li class="row">
            <div class="row-main">
                <a href=format!("/tags/{}", tag.id)>{tag.title}</a>
                <p>{carried}{held}</p>
            </div>
            {kind}
        </li>
    }
}
