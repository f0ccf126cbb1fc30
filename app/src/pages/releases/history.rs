//! The list of releases.

use super::filter::{Filters, filter_from_query, history_url};
use super::record::Record;
use crate::api;
use crate::components::EmptyState;
use crate::domain::{Admin, CampaignTitle, ReleaseFilter, ReleaseId, ReleaseKind};
use crate::error::AppError;
use crate::islands::{ReleaseWindow, ReleaseWindowData, UndoTimes, WithProps};
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::query_as;
use leptos::prelude::*;
use sentences::{admin, page};

/// Who released what and when, newest first, and what runs now; or each of a group of automatic releases.
#[component]
pub fn ReleasesPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let filter = filter_from_query();
        let after = query_as::<ReleaseId>("after");
        let ports = api::ports()?;
        let page = ports.releases.history(&viewer, filter, after).await?;
        let anything = !page.rows.is_empty();
        if filter.group.is_some() && !anything {
            return Err(AppError::NotFound);
        }
        let title = if filter.group.is_some() {
            page::automatic_releases()
        } else {
            admin::release_history()
        };
        let back = filter.group.map(|_| {
            let whole = ReleaseFilter {
                group: None,
                ..filter
            };
            let path = history_url("/releases", whole, None);
            view! { <p class="back"><a href=path>{admin::release_history()}</a></p> }
        });
        let above = if filter.group.is_some() {
            view! { <p class="lead">{page::releases_of_the_same_hour()}</p> }.into_any()
        } else {
            let running = ports.releases.running(&viewer).await?;
            let filters = filters(&viewer, filter).await?;
            view! {
                <WithProps props=ReleaseWindowData { campaign: None, running }><ReleaseWindow/></WithProps>
                {filters}
            }
            .into_any()
        };
        let content = if anything {
            let records = page
                .rows
                .into_iter()
                .map(|record| view! { <Record record filter/> })
                .collect_view();
            view! { <ol class="records">{records}</ol> }.into_any()
        } else {
            nothing(filter)
        };
        let newest = after.map(|_| {
            let path = history_url("/releases", filter, None);
            view! { <a class="button" href=path>{page::newest_releases()}</a> }
        });
        let next = page.next.map(|next| {
            let path = history_url("/releases", filter, Some(next.to_string()));
            view! { <a class="button" rel="next" href=path>{page::next_page()}</a> }
        });
        let export = anything.then(|| {
            let path = history_url("/releases.csv", filter, None);
            let conversations = history_url("/releases/conversations.csv", filter, None);
            view! {
                <div class="actions">
                    <a class="button" href=path download="releases.csv">{page::export_csv()}</a>
                    <a class="button" href=conversations download="released-conversations.csv">{page::export_released_conversations()}</a>
                </div>
            }
        });
        Ok(view! {
            <Page title=title viewer=Some(viewer.into())>
                {back}
                <div class="page-head">
                    <h1>{title}</h1>
                    {export}
                </div>
                <NothingReleased/>
                {above}
                {content}
                <p class="paging">{newest}{next}</p>
                <UndoTimes/>
            </Page>
        }
        .into_any())
    })
}

/// That the release which the browser comes from found nothing.
#[component]
fn NothingReleased() -> impl IntoView {
    let notice = query_as::<ReleaseKind>("nothing").map(|kind| {
        let sentence = match kind {
            ReleaseKind::Replies | ReleaseKind::Held | ReleaseKind::Bulk => {
                page::released_no_replies()
            }
            ReleaseKind::Unsent => page::released_no_unsent_messages(),
            ReleaseKind::SecondPass => page::second_pass_took_nothing(),
        };
        view! { <p class="notice">{sentence}</p> }
    });
    view! { <div role="status">{notice}</div> }
}

/// The filters, with the newest campaigns and the one that is asked for.
async fn filters(viewer: &Admin, filter: ReleaseFilter) -> Result<AnyView, AppError> {
    let ports = api::ports()?;
    let mut campaigns = ports.campaigns.newest(viewer).await?;
    if let Some(id) = filter.campaign
        && !campaigns.iter().any(|title| title.campaign == id)
    {
        let title = ports.campaigns.find(viewer, id).await?.title;
        campaigns.push(CampaignTitle {
            campaign: id,
            title,
        });
    }
    Ok(view! { <Filters filter campaigns/> }.into_any())
}

fn nothing(filter: ReleaseFilter) -> AnyView {
    if filter == ReleaseFilter::default() {
        view! {
            <EmptyState
                title=page::nothing_released_yet()
                text=page::releases_are_listed_here()
            />
        }
        .into_any()
    } else {
        view! {
            <EmptyState title=page::no_releases_found() text=page::choose_another_filter()/>
        }
        .into_any()
    }
}
