//! The page **My texts**.

use super::close::{ClosedNotice, just_closed};
use super::further_undos::FurtherUndos;
use super::notices::{
    EscalatedNotice, OptedOutNotice, SentNotice, end_of_day_notice, escalated, opted_out,
};
use crate::api;
use crate::api::requests::read_texter_home;
use crate::islands::{TexterHomeData, TexterHomeIsland, WithProps};
use crate::pages::escalated::EscalatedLink;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::query_as;
use crate::view_models::HomeParts;
use leptos::prelude::*;
use sentences::page;

/// The request form and the replies to answer.
#[component]
pub fn TextsPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::texter()?;
        let ports = api::ports()?;
        let skip_replies = query_as("replies").unwrap_or(0);
        let skip_cards = query_as("campaigns").unwrap_or(0);
        let all = HomeParts::ALL;
        let home = read_texter_home(&ports, &viewer, skip_replies, skip_cards, all).await?;
        let opted_out = opted_out(&ports, &viewer).await;
        let escalated = escalated(&ports, &viewer).await;
        let closed = just_closed(&ports, &viewer).await;
        let (notice, further_undos) = end_of_day_notice(&ports, &viewer).await?;
        let data = TexterHomeData {
            home,
            notice,
            skip_replies,
            skip_cards,
        };
        Ok(view! {
            <Page title=page::my_texts() viewer=Some(viewer.into()) class="narrow">
                <h1>{page::my_texts()}</h1>
                <SentNotice/>
                <EscalatedNotice escalated/>
                <OptedOutNotice name=opted_out/>
                <ClosedNotice closed/>
                <EscalatedLink/>
                <FurtherUndos releases=further_undos/>
                <WithProps props=data><TexterHomeIsland/></WithProps>
                <p class="paging">
                    <a href="/texts/past">{page::past_conversations()}</a>" "
                    <a href="/texts/closed">{page::closed_conversations()}</a>
                </p>
            </Page>
        }
        .into_any())
    })
}
