//! The frame of every page.

use super::{FormError, Logo};
use crate::domain::Viewer;
use crate::islands::LocalTimes;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_location;

/// A page: the head with the ways through Baton, and the page's own part. Without a viewer there is
/// nothing but the way to sign in.
#[component]
pub fn Page(
    /// The title in the browser's tab.
    #[prop(into)]
    title: String,
    /// Who is looking.
    viewer: Option<Viewer>,
    /// A class for the page's own part, where it differs from others.
    #[prop(optional)]
    class: &'static str,
    /// The page's own part.
    children: Children,
) -> impl IntoView {
    view! {
        <Title text=tab_title(&title)/>
        <a class="skip" href="#main">"Skip to the content"</a>
        <header class="top">
            <a class="brand" href="/"><Logo/>"Baton"</a>
            {viewer.map(|viewer| view! { <Ways viewer/> })}
        </header>
        <main id="main" class=class>
            <FormError/>
            {children()}
        </main>
        <LocalTimes/>
    }
}

/// The title as it may stand between the tags: `leptos_meta` does not escape it.
fn tab_title(title: &str) -> String {
    format!("{} · Baton", html_escape::encode_text(title))
}

/// The ways that a role has, who is signed in, and the way out.
#[component]
fn Ways(viewer: Viewer) -> impl IntoView {
    let ways: &[(&str, &str)] = if viewer.role.may_administer() {
        &[
            ("/campaigns", "Campaigns"),
            ("/releases", "Release history"),
            ("/texts", "My texts"),
        ]
    } else {
        &[("/texts", "My texts")]
    };
    let here = use_location().pathname.get_untracked();
    let links = ways
        .iter()
        .map(|(path, name)| {
            let current = (here == *path)
                .then_some("page")
                .or(here.starts_with(path).then_some("true"));
            view! { <a href=*path aria-current=current>{*name}</a> }
        })
        .collect_view();
    // Who has one way only is on it, or gets there by the name of the house.
    let several = ways.len() > 1;
    view! {
        {several.then(|| view! { <nav class="ways" aria-label="Main">{links}</nav> })}
        <div class="who">
            <p><strong>{viewer.name}</strong><span>{viewer.organization_name}</span></p>
            <form method="post" action="/api/session/sign-out">
                <button class="button quiet">"Sign out"</button>
            </form>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::tab_title;

    #[test]
    fn a_title_cannot_end_its_element() {
        assert_eq!(
            tab_title("</title><script>"),
            "&lt;/title&gt;&lt;script&gt; · Baton"
        );
    }
}
