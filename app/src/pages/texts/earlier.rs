//! The page of what was said before the last messages of a long thread.

use super::contact::full_name;
use super::opt_out::{opt_out_path, review_page};
use super::thread::Thread;
use crate::api;
use crate::domain::{ConversationId, ConversationView, MessageId};
use crate::error::AppError;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::{path_id, query_as};
use crate::url::with_query;
use leptos::prelude::*;
use sentences::page;

/// The address of the messages before those that are shown of a conversation, if there are any. `back` is the page of
/// Message Review that it leads back to, or empty.
pub fn earlier_path(view: &ConversationView, back: &str) -> Option<String> {
    let first = view
        .messages
        .first()
        .filter(|_| view.has_earlier_messages)?;
    let before = first.id.to_string();
    let path = format!("/texts/{}/earlier", view.id);
    Some(with_query(
        &path,
        &[("before", before.as_str()), ("back", back)],
    ))
}

/// As many messages as a thread shows, to be read, with the way to those before them and back to the conversation.
#[component]
pub fn EarlierPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::texter()?;
        let id = path_id::<ConversationId>()?;
        let before = query_as::<MessageId>("before").ok_or(AppError::NotFound)?;
        let conversations = api::ports()?.conversations;
        let view = conversations.open_earlier(&viewer, id, before).await?;
        let review = review_page();
        let back = review.clone().unwrap_or_else(|| format!("/texts/{id}"));
        let review = review.unwrap_or_default();
        let (name, earlier) = (full_name(&view), earlier_path(&view, &review));
        let opt_out = (!view.opted_out).then(|| opt_out_path(id, &review));
        let messages = view.messages;
        Ok(view! {
            <Page title=page::earlier_messages() viewer=Some(viewer.into()) class="narrow">
                <p class="back"><a href=back>{name.clone()}</a></p>
                <h1>{page::earlier_messages()}</h1>
                <Thread messages contact=name opt_out earlier/>
            </Page>
        }
        .into_any())
    })
}
