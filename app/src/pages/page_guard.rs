//! The guard around every page: it sends who is not signed in to sign in, and makes a page of an error.

use super::nav::{EscalatedCount, PendingCount};
use super::see_other::see_other;
use crate::api;
use crate::domain::{Decider, Texter, Viewer};
use crate::error::AppError;
use crate::pages::page::Page;
use crate::url::sign_in_for;
use http::StatusCode;
use http::request::Parts;
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use sentences::page;
use std::future::Future;

/// The page, or why there is none: who is not signed in is sent to sign in, and everybody else reads
/// a sentence and a way out, under the status code that says the same.
pub fn page_guard(
    page: impl Future<Output = Result<AnyView, AppError>> + Send + 'static,
) -> impl IntoView {
    Suspend::new(async move {
        if let Ok(viewer) = api::viewer() {
            count_badges(viewer).await;
        }
        match page.await {
            Ok(page) => page,
            Err(AppError::SignedOut) => {
                see_other(&sign_in_page().await);
                ().into_any()
            }
            Err(error) => refusal(&error),
        }
    })
}

/// The sign-in page, which leads back to this one; before there is an organization that of the first steps.
async fn sign_in_page() -> String {
    if let Ok(ports) = api::ports()
        && matches!(ports.setup.is_needed().await, Ok(true))
    {
        return "/setup".to_owned();
    }
    let asked_for = use_context::<Parts>().map(|request| request.uri);
    let asked_for = asked_for.unwrap_or_default();
    sign_in_for(asked_for.path(), asked_for.query().unwrap_or_default())
}

/// Counts what waits for the viewer, for the head of the page, if it has these links: requests, and escalated
/// conversations. A page is not refused because its badge cannot be counted.
async fn count_badges(viewer: Viewer) {
    let Ok(texter) = Texter::try_from(viewer.clone()) else {
        return;
    };
    let Ok(ports) = api::ports() else {
        return;
    };
    if let Ok(decider) = Decider::try_from(viewer)
        && let Ok(pending) = ports.approvals.count_pending(&decider).await
    {
        provide_context(PendingCount(pending));
    }
    if let Ok(Some(waiting)) = ports.escalations.escalated_badge(&texter).await {
        provide_context(EscalatedCount(waiting));
    }
}

/// The page that says why there is none.
pub fn refusal(error: &AppError) -> AnyView {
    let status = error.status();
    let title = match error {
        AppError::NotAllowed => page::no_access_title(),
        AppError::NotFound => page::page_not_found_title(),
        AppError::Unavailable | AppError::Offline => page::not_available_title(),
        _ => page::something_went_wrong_title(),
    };
    if let Some(response) = use_context::<ResponseOptions>() {
        response.set_status(status);
    }
    let sentence = error.to_string();
    let again = (status == StatusCode::SERVICE_UNAVAILABLE)
        .then(|| view! { <a class="button primary" href="">{page::try_again()}</a> });
    view! {
        <Page title viewer=api::viewer().ok() class="narrow">
            <section class="refusal">
                <p class="refusal-code" aria-hidden="true">{status.as_u16()}</p>
                <h1>{title}</h1>
                <p>{sentence}</p>
                <p class="actions">{again}<a class="button" href="/">{page::go_to_home_page()}</a></p>
            </section>
        </Page>
    }
    .into_any()
}
