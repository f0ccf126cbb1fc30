//! The page on which an admin makes a link for a member.

use crate::api;
use crate::api::password::MakePasswordLink;
use crate::domain::{MemberId, PasswordLinkRefusal};
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::query::path_id;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::page;

/// The button that makes a link, or why there is none; and the link, on the request after the one that made it only.
#[component]
pub fn PasswordLinkPage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let request = api::request()?;
        let member = path_id::<MemberId>()?;
        let password_resets = api::ports()?.password_resets;
        let found = password_resets
            .password_link(&request, &viewer, member)
            .await?;
        let title = page::password_link_for(&found.name);
        let has_link = found.link.is_some();
        let link = found.link.map(|link| view! { <Link link/> });
        let action = match found.refusal {
            None => view! { <MakeForm member again=has_link/> }.into_any(),
            Some(refusal) => {
                let why = why_not(refusal);
                view! { <p class="notice">{why}</p> }.into_any()
            }
        };
        Ok(view! {
            <Page title=title.clone() viewer=Some(viewer.into()) class="narrow">
                <p class="back"><a href=format!("/people/{member}")>{found.name}</a></p>
                <h1>{title}</h1>
                <p class="lead">{found.email}</p>
                {link}
                {action}
            </Page>
        }
        .into_any())
    })
}

/// The link, to be copied.
#[component]
fn Link(link: String) -> impl IntoView {
    view! {
        <section class="card" aria-labelledby="link-title">
            <h2 id="link-title">{page::password_link_is_made()}</h2>
            <p class="password-link"><code>{link}</code></p>
            <p class="hint">{page::what_to_do_with_the_link()}</p>
        </section>
    }
}

#[component]
fn MakeForm(member: MemberId, again: bool) -> impl IntoView {
    let label = if again {
        page::make_another_password_link()
    } else {
        page::make_password_link()
    };
    view! {
        <form method="post" action=MakePasswordLink::PATH class="form">
            <input type="hidden" name="member" value=member.to_string()/>
            <p>{page::what_a_password_link_does()}</p>
            <button class="button">{label}</button>
        </form>
    }
}

fn why_not(refusal: PasswordLinkRefusal) -> &'static str {
    match refusal {
        PasswordLinkRefusal::Yourself => page::no_link_for_yourself(),
        PasswordLinkRefusal::Suspended => page::no_link_while_suspended(),
        PasswordLinkRefusal::AboveYou => page::no_link_above_you(),
        PasswordLinkRefusal::BelongsElsewhere => page::no_link_into_another_organization(),
    }
}
