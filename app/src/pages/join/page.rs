//! The page: what the link invites to, and how to join.

use super::form::JoinForm;
use super::lead::lead;
use crate::api;
use crate::api::session::{ChooseOrganization, JoinAs};
use crate::domain::{InviteToken, OrganizationId, Role, Viewer};
use crate::error::AppError;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::path_id;
use crate::ports::Invitation;
use http::StatusCode;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_axum::ResponseOptions;
use sentences::page;

/// The form for who is not signed in; for who is, a button, or what they are there already; and why a link does not work.
#[component]
pub fn JoinPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::viewer().ok();
        let Ok(token) = path_id::<InviteToken>() else {
            return Ok(dead(viewer, StatusCode::NOT_FOUND, page::link_is_unknown()));
        };
        let memberships = api::ports()?.memberships;
        let invitation = match memberships.invitation(&token, viewer.as_ref()).await {
            Err(AppError::NotFound) => {
                return Ok(dead(viewer, StatusCode::NOT_FOUND, page::link_is_unknown()));
            }
            found => found?,
        };
        Ok(match (viewer, invitation.viewer_role) {
            (Some(viewer), Some(Role::Suspended)) => refused(
                Some(viewer),
                StatusCode::FORBIDDEN,
                page::join_organization(&invitation.organization_name),
                page::you_are_suspended_there(),
            ),
            (Some(viewer), Some(_)) => member(viewer, invitation),
            (viewer, _) => match (invitation.state.refusal(), viewer) {
                (Some(refusal), viewer) => dead(viewer, StatusCode::GONE, refusal),
                (None, Some(viewer)) => stranger(viewer, invitation, token),
                (None, None) => view! { <JoinForm invitation token/> }.into_any(),
            },
        })
    })
}

/// A link that does not work, and what to do.
fn dead(viewer: Option<Viewer>, status: StatusCode, sentence: &'static str) -> AnyView {
    let title = page::link_does_not_work().to_owned();
    refused(viewer, status, title, sentence)
}

fn refused(
    viewer: Option<Viewer>,
    status: StatusCode,
    title: String,
    sentence: &'static str,
) -> AnyView {
    if let Some(response) = use_context::<ResponseOptions>() {
        response.set_status(status);
    }
    view! {
        <Page title=title.clone() viewer class="narrow">
            <section class="refusal">
                <h1>{title}</h1>
                <p>{sentence}</p>
                <p class="actions"><a class="button" href="/">{page::go_to_home_page()}</a></p>
            </section>
        </Page>
    }
    .into_any()
}

/// The page of somebody who is signed in, and no member there.
fn stranger(viewer: Viewer, invitation: Invitation, token: InviteToken) -> AnyView {
    let title = page::join_organization(&invitation.organization_name);
    let lead = lead(&invitation);
    let email = invitation.email.unwrap_or_default();
    let join_as = page::join_as(&viewer.name, &email);
    view! {
        <Page title=title.clone() viewer=Some(viewer) class="narrow">
            <h1>{title}</h1>
            <p class="lead">{lead}</p>
            <form method="post" action=JoinAs::PATH class="form">
                <input type="hidden" name="token" value=token.as_str().to_owned()/>
                <p class="actions"><button class="button primary">{join_as}</button></p>
            </form>
            <p class="hint">{page::to_join_with_another_account()}</p>
        </Page>
    }
    .into_any()
}

/// The page of a member, with what leads to the organization.
fn member(viewer: Viewer, invitation: Invitation) -> AnyView {
    let is_here = viewer.organization == invitation.organization;
    let name = invitation.organization_name;
    view! {
        <Page title=page::join_organization(&name) viewer=Some(viewer) class="narrow">
            <h1>{page::you_are_a_member_already(&name)}</h1>
            <div class="actions">{go_to(is_here, invitation.organization, &name)}</div>
        </Page>
    }
    .into_any()
}

fn go_to(is_here: bool, organization: OrganizationId, name: &str) -> AnyView {
    let words = page::go_to_organization(name);
    if is_here {
        return view! { <a class="button primary" href="/">{words}</a> }.into_any();
    }
    view! {
        <form method="post" action=ChooseOrganization::PATH>
            <input type="hidden" name="organization" value=organization.to_string()/>
            <button class="button primary">{words}</button>
        </form>
    }
    .into_any()
}
