//! The layout of pages before somebody is signed in.

use crate::components::{FormError, Logo};
use crate::pages::foot::Foot;
use crate::pages::page::tab_title;
use leptos::prelude::*;
use leptos_meta::Title;
use sentences::page;

/// What Baton is, and beside it the page's own part.
#[component]
pub fn Front(
    /// The title in the browser's tab, and above the page's own part.
    title: &'static str,
    /// The page's own part.
    children: Children,
) -> impl IntoView {
    view! {
        <Title text=tab_title(title)/>
        <main id="main" class="sign-in">
            <section class="sign-in-side">
                <p class="brand"><Logo/>"Baton"</p>
                <p class="sign-in-line">{page::every_reply_gets_an_answer()}</p>
                <p>{page::what_baton_does()}</p>
            </section>
            <section class="sign-in-form">
                <h1>{title}</h1>
                <FormError/>
                {children()}
            </section>
        </main>
        <Foot/>
    }
}
