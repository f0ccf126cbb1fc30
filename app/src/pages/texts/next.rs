//! The way from a campaign's card to what is to be done on it.

use crate::api;
use crate::domain::{CampaignId, PoolKind};
use crate::pages::answer::answer;
use crate::pages::query::query_as;
use crate::pages::see_other::see_other;
use leptos::prelude::*;

/// Sends the browser to the next first text or reply of a campaign; home, where there is none any more.
#[component]
pub fn NextPage() -> impl IntoView {
    answer(async {
        let viewer = api::texter()?;
        let asked = query_as::<CampaignId>("campaign").zip(query_as::<PoolKind>("kind"));
        let next = match asked {
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
