//! The first steps of an installation.

use super::front::Front;
use crate::api;
use crate::api::session::SetUp;
use crate::components::Field;
use crate::domain::MIN_PASSWORD_CHARS;
use crate::pages::form_state::FormState;
use crate::pages::page_guard::page_guard;
use crate::pages::see_other::see_other;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::page;

/// The form that makes the first organization. Once there is one it leads to signing in.
#[component]
pub fn SetUpPage() -> impl IntoView {
    page_guard(async {
        if !api::ports()?.setup.is_needed().await? {
            see_other("/sign-in");
            return Ok(().into_any());
        }
        let form = FormState::of("setup");
        Ok(view! {
            <Front title=page::set_up_baton()>
                <p class="hint">{page::what_setting_up_does()}</p>
                <form method="post" action=SetUp::PATH novalidate>
                    <Field
                        id="code"
                        name="code"
                        label=page::setup_code()
                        hint=page::where_the_setup_code_is()
                        value=""
                        error=form.error("code")
                    />
                    <Field
                        id="organization"
                        name="organization"
                        label=page::organization_name()
                        autocomplete="organization"
                        value=form.text("organization", "")
                        error=form.error("organization")
                    />
                    <Field
                        id="name"
                        name="name"
                        label=page::name_of_the_owner()
                        autocomplete="name"
                        value=form.text("name", "")
                        error=form.error("name")
                    />
                    <Field
                        id="email"
                        name="email"
                        label=page::email()
                        kind="email"
                        autocomplete="username"
                        value=form.text("email", "")
                        error=form.error("email")
                    />
                    <Field
                        id="password"
                        name="password"
                        label=page::password()
                        kind="password"
                        autocomplete="new-password"
                        hint=page::what_a_password_needs(&MIN_PASSWORD_CHARS.to_string())
                        value=""
                        error=form.error("password")
                    />
                    <button class="button primary wide">{page::create_organization()}</button>
                </form>
            </Front>
        }
        .into_any())
    })
}
