//! The layout of every page.

use super::foot::Foot;
use super::nav::Nav;
use crate::components::{FormError, Logo};
use crate::domain::Viewer;
use crate::islands::{FigureSet, LiveFigures, LocalTimes, WithProps};
use leptos::prelude::*;
use leptos_meta::Title;
use sentences::page;

/// A page: the head with its navigation, and the page's own part. Without a viewer the head has no links.
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
    /// The figures on it that live, besides those of the head.
    #[prop(optional)]
    figures: FigureSet,
    /// The page's own part.
    children: Children,
) -> impl IntoView {
    let is_signed_in = viewer.is_some();
    // By which the server knows whether the page that listens or asks for something is still theirs.
    let made_for = viewer
        .as_ref()
        .map(|viewer| format!("{}.{}", viewer.member, viewer.role));
    view! {
        <Title text=tab_title(&title)/>
        <a class="skip" href="#main">{page::skip()}</a>
        <header class="top" data-viewer=made_for>
            <a class="brand" href="/"><Logo/>"Baton"</a>
            {viewer.map(|viewer| view! { <Nav viewer/> })}
        </header>
        <main id="main" class=class>
            <FormError/>
            {children()}
        </main>
        <Foot/>
        {is_signed_in.then(|| view! { <LocalTimes/> })}
        {is_signed_in.then(|| live_figures(figures))}
    }
}

/// The island of these figures. Those of the head are what it has by itself.
fn live_figures(figures: FigureSet) -> AnyView {
    match figures {
        FigureSet::Head => view! { <LiveFigures/> }.into_any(),
        FigureSet::Assignment => {
            view! { <WithProps props=figures><LiveFigures/></WithProps> }.into_any()
        }
    }
}

/// The title as it may stand between the tags: `leptos_meta` does not escape it.
pub(super) fn tab_title(title: &str) -> String {
    format!("{} · Baton", html_escape::encode_text(title))
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
