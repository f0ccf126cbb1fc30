//! The page of a forgotten password.

use crate::api;
use crate::api::password::SendPasswordLink;
use crate::components::Field;
use crate::pages::flash::Flash;
use crate::pages::form_state::FormState;
use crate::pages::page_guard::page_guard;
use crate::pages::session::Front;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::page;

/// Asks for a link by e-mail where there is a mail server, and says whom to ask where there is none.
#[component]
pub fn ForgottenPasswordPage() -> impl IntoView {
    page_guard(async {
        let by_mail = api::ports()?.password_resets.sends_mail().then(mail_form);
        let sentence = if by_mail.is_some() {
            page::what_a_password_mail_does()
        } else {
            page::ask_an_admin_for_a_link()
        };
        Ok(view! {
            <Front title=page::forgotten_password()>
                <p class="hint">{sentence}</p>
                <Flash words=&[("sent", page::password_mail_is_on_its_way)]/>
                {by_mail}
                <p class="hint"><a href="/sign-in">{page::sign_in()}</a></p>
            </Front>
        }
        .into_any())
    })
}

fn mail_form() -> impl IntoView {
    let form = FormState::of("email");
    view! {
        <form method="post" action=SendPasswordLink::PATH novalidate>
            <Field
                id="email"
                name="email"
                label=page::email()
                kind="email"
                autocomplete="username"
                value=form.text("email", "")
                error=form.error("email")
            />
            <button class="button primary wide">{page::send_link()}</button>
        </form>
    }
}
