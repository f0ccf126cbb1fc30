//! The page of a conversation.

use super::close::{ClosedNotice, just_closed, may_close};
use super::contact::{Contact, full_name};
use super::earlier::earlier_path;
use super::move_reply::MoveLink;
use super::notices::{EscalatedNotice, OptedOutNotice, SentNotice, escalated, opted_out};
use super::opt_out::opt_out_path;
use super::reply::Reply;
use super::thread::Thread;
use crate::api;
use crate::api::conversations::being_sent;
use crate::domain::{ConversationId, Holding, ShownThread};
use crate::islands::browser::thread_element_id;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::{path_id, query_as};
use leptos::prelude::*;

/// One thread and the box to answer in. Of a conversation that another texter has now, only whose it
/// was, one's own draft, and what was said until one last wrote in it.
#[component]
pub fn ConversationPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::texter()?;
        let id = path_id::<ConversationId>()?;
        let ports = api::ports()?;
        // The one whose text is sent when the page is shown, and those of texts that are being sent as it is fetched.
        let answered = query_as::<ConversationId>("answered").into_iter();
        let answered: Vec<_> = answered
            .chain(being_sent())
            .filter(|one| *one != id)
            .collect();
        let view = ports
            .conversations
            .open_after(&viewer, id, &answered)
            .await?;
        let escalated = escalated(&ports, &viewer).await;
        let opted_out = opted_out(&ports, &viewer).await;
        let closed = just_closed(&ports, &viewer).await;
        let name = full_name(&view);
        let (messages, notes) = (view.messages.clone(), view.opt_outs.clone());
        let move_link = view! { <MoveLink viewer=&viewer view=&view/> }.into_any();
        let shown = view.holding != Holding::Elsewhere || !messages.is_empty();
        // Nothing of it is shown; what is known of it is kept up to date all the same (`refresh_thread`).
        let hidden = (!shown).then(|| view! { <div id=thread_element_id(id) hidden></div> });
        // Whoever may read it may opt the contact out.
        let opt_out = (!view.opted_out).then(|| opt_out_path(id, ""));
        let earlier = earlier_path(&view, "");
        let closable = may_close(&view).then(|| ShownThread::of(&view));
        Ok(view! {
            <Page title=name.clone() viewer=Some(viewer.into()) class="narrow conversation">
                <Contact view=view.clone()>
                    <SentNotice/>
                    <EscalatedNotice escalated/>
                    {opted_out.map(|name| view! { <OptedOutNotice name=Some(name)/> })}
                    <ClosedNotice closed/>
                </Contact>
                {move_link}
                {hidden}
                {shown.then(|| view! { <Thread messages notes contact=name opt_out live=id closable earlier/> })}
                <Reply view/>
            </Page>
        }
        .into_any())
    })
}
