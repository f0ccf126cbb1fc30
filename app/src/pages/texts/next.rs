//! The redirect from a campaign's card to the next conversation on it.

use crate::api;
use crate::domain::{CampaignId, PoolKind};
use crate::pages::page_guard::page_guard;
use crate::pages::query::query_as;
use crate::pages::see_other::see_other;
use leptos::prelude::*;

/// Sends the browser to the next first text or reply of a campaign; home, where there is none any more.
#[component]
pub fn NextPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::texter()?;
        let target = query_as::<CampaignId>("campaign").zip(query_as::<PoolKind>("kind"));
        let next = match target {
            Some((campaign, kind)) => {
                let conversations = api::ports()?.conversations;
                conversations.next_on(&viewer, campaign, kind).await?
            }
            None => None,
        };
        match next {
            Some(next) => see_other(&format!("/texts/{next}#latest")),
            None => see_other("/texts"),
        }
        Ok(().into_any())
    })
}
