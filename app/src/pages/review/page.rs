//! The page of Message Review.

use super::bulk_form::{BulkForm, ticked};
use super::filter::{Filter, TypedFields, review_url};
use super::opened::Opened;
use super::recent::RecentBulkActions;
use super::row::Row;
use crate::api;
use crate::api::reviews::PrepareBulkAction;
use crate::components::EmptyState;
use crate::domain::{ConversationId, ReviewFilter};
use crate::error::AppError;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::{query, query_as};
use crate::ports::ReviewRow;
use crate::view_models::review_field_label;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::page;

/// The conversations that the filters in the address find, and the one that it opens. On a phone that one stands alone.
#[component]
pub fn ReviewPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::decider()?;
        let reviews = api::ports()?.reviews;
        let after = query_as::<ConversationId>("after");
        let open = query_as::<ConversationId>("open");
        // What cannot be read finds nothing, and not everything. The form keeps what can, and what was typed.
        let read = ReviewFilter::from_fields(query);
        let filter = ReviewFilter::from_valid_fields(query);
        let typed = TypedFields::of(&filter, query);
        let is_refused = read.is_err();
        let choices = reviews.review_choices(&viewer, &filter).await?;
        let bulk_actions = api::ports()?.bulk_actions;
        let receivers = bulk_actions.bulk_receivers(&viewer).await?;
        let recent = bulk_actions.recent_bulk_actions(&viewer).await?;
        let (list, found) = match read {
            Err(invalid) => {
                let text = page::review_filter_is_invalid(review_field_label(invalid.0));
                let alert = view! { <p class="notice notice-error" role="alert">{text}</p> };
                (alert.into_any(), None)
            }
            Ok(_) => {
                let found = reviews.review_page(&viewer, &filter, after).await?;
                let next = found.next;
                let back = review_url(&filter, after, open);
                let tags = choices.tags.clone();
                // A search that goes on may match much behind a page without a line.
                let nothing_to_tick = found.rows.is_empty();
                let bulk = (!nothing_to_tick || next.is_some())
                    .then(|| view! { <BulkForm back receivers tags nothing_to_tick/> });
                let list = list(found.rows, next, &filter, after, open);
                let form = view! {
                    <form method="post" action=PrepareBulkAction::PATH class="bulk-form">
                        {bulk}
                        {list}
                    </form>
                };
                (form.into_any(), next)
            }
        };
        let first = after.map(|_| {
            let path = review_url(&filter, None, open);
            view! { <a class="button" href=path>{page::first_page()}</a> }
        });
        let next = found.map(|next| {
            let path = review_url(&filter, Some(next), open);
            view! { <a class="button" rel="next" href=path>{page::next_page()}</a> }
        });
        let opened = match open {
            Some(id) => match reviews.review(&viewer, id).await {
                Ok(conversation) => {
                    let back = review_url(&filter, after, open);
                    let list = review_url(&filter, after, None);
                    view! { <Opened conversation back list/> }.into_any()
                }
                // The contact was removed meanwhile, and the list is there all the same.
                Err(AppError::NotFound) => {
                    view! { <p class="review-hint">{page::review_choose_one()}</p> }.into_any()
                }
                Err(error) => return Err(error),
            },
            None => view! { <p class="review-hint">{page::review_choose_one()}</p> }.into_any(),
        };
        let back = review_url(&filter, after, open);
        Ok(view! {
            <Page title=page::message_review() viewer=Some(viewer.into())>
                <h1>{page::message_review()}</h1>
                <RecentBulkActions actions=recent back/>
                <div class="review" class:review-open=open.is_some()>
                    <div class="review-list">
                        <p class="lead">{page::review_lead()}</p>
                        <Filter filter choices typed is_refused/>
                        {list}
                        <p class="paging">{first}{next}</p>
                    </div>
                    <section class="review-thread" aria-label=page::review_conversation()>{opened}</section>
                </div>
            </Page>
        }
        .into_any())
    })
}

fn list(
    rows: Vec<ReviewRow>,
    next: Option<ConversationId>,
    filter: &ReviewFilter,
    after: Option<ConversationId>,
    open: Option<ConversationId>,
) -> AnyView {
    if rows.is_empty() {
        let (title, text) = if next.is_some() {
            (page::review_nothing_so_far(), page::review_search_goes_on())
        } else if *filter == ReviewFilter::default() {
            (page::review_nothing_there(), page::review_will_be_listed())
        } else {
            (page::review_nothing_found(), page::review_choose_others())
        };
        return view! { <EmptyState title text/> }.into_any();
    }
    let ticked = ticked();
    let rows = rows
        .into_iter()
        .enumerate()
        .map(|(index, row)| {
            let path = review_url(filter, after, Some(row.id));
            let is_open = open == Some(row.id);
            let ticked = ticked.contains(&row.id.to_string());
            view! { <Row row index path is_open ticked/> }
        })
        .collect_view();
    view! { <ul class="replies" aria-label=page::review_found()>{rows}</ul> }.into_any()
}
