//! The list of tags, and the form that creates one.

use crate::api;
use crate::api::tags::CreateTag;
use crate::components::{EmptyState, Field, Toggle, form_error};
use crate::pages::flash::Flash;
use crate::pages::form_state::FormState;
use crate::pages::list_search::ListSearch;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::pieces::{PLACE, pieces};
use crate::pages::query::{query, query_as};
use crate::ports::TagRow;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::page;

/// Every tag, and a form for another.
#[component]
pub fn TagsPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let search = query("q").unwrap_or_default();
        let tags = api::ports()?.tags.tags(&viewer, &search).await?;
        let is_searched = !search.trim().is_empty();
        // There is nothing to search before there is one.
        let find = (is_searched || !tags.is_empty()).then(|| {
            view! { <ListSearch path="/tags" label=page::search_tags() search/> }
        });
        let moved = query_as::<u32>("moved").filter(|moved| *moved > 0 && form_error().is_none());
        let form_state = FormState::of("create");
        let content = if is_searched && tags.is_empty() {
            view! { <EmptyState title=page::no_tag_found() text=page::search_by_part_of_title()/> }
                .into_any()
        } else if tags.is_empty() {
            view! {
                <EmptyState
                    title=page::no_tags_yet()
                    text=page::what_tags_do()
                />
            }
            .into_any()
        } else {
            let rows = tags
                .into_iter()
                .map(|tag| view! { <Tag tag/> })
                .collect_view();
            view! { <ul class="rows" aria-label=page::tags()>{rows}</ul> }.into_any()
        };
        let [before_link, after_link] = pieces(&page::what_escalation_does(PLACE));
        Ok(view! {
            <Page title=page::tags() viewer=Some(viewer.into())>
                <h1>{page::tags()}</h1>
                <p class="lead">{before_link}<a href="/teams">{page::teams_in_a_sentence()}</a>{after_link}</p>
                <Flash words=&[
                    ("created", page::tag_is_created),
                    ("saved", page::tag_is_saved),
                    ("deleted", page::tag_is_deleted),
                ]/>
                {moved.map(|moved| view! {
                    <p class="notice">{page::conversations_changed_with_tag(moved)}</p>
                })}
                {find}
                {content}
                <section class="card" aria-labelledby="create-title">
                    <h2 id="create-title">{page::new_tag()}</h2>
                    <form method="post" action=CreateTag::PATH class="form form-line" novalidate data-unsaved="create">
                        <Field id="title" name="title" label=page::title() value=form_state.text("title", "") error=form_state.error("title")/>
                        <Toggle
                            name="escalation"
                            label=page::escalation_tag()
                            hint=page::what_an_escalation_tag_does()
                            on=form_state.on("escalation", false)
                        />
                        <button class="button primary">{page::create_tag()}</button>
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
        view! { <span class="tag tag-escalation">{page::kind_escalation()}</span> }
    } else {
        view! { <span class="tag">{page::kind_standard()}</span> }
    };
    let in_short = if tag.escalation {
        page::escalation_tag_in_short(tag.conversations, tag.teams)
    } else {
        page::tag_in_short(tag.conversations)
    };
    view! {
        <li class="row">
            <div class="row-main">
                <a href=format!("/tags/{}", tag.id)>{tag.title}</a>
                <p>{in_short}</p>
            </div>
            {kind}
        </li>
    }
}
