//! A sentence with words that a person types or a file holds.

use leptos::prelude::*;

/// A sentence in which what stands between backticks is set as code.
#[component]
pub fn WithCode(
    /// The sentence.
    sentence: &'static str,
) -> impl IntoView {
    let parts = sentence.split('`').enumerate();
    parts
        .map(|(index, part)| match index % 2 {
            0 => part.into_any(),
            _ => view! { <code>{part}</code> }.into_any(),
        })
        .collect_view()
}

#[cfg(test)]
mod tests {
    use super::WithCode;
    use leptos::prelude::*;

    #[test]
    fn sets_what_stands_between_backticks_as_code() {
        let html =
            Owner::new().with(|| view! { <WithCode sentence="Name `cell` and `zip`."/> }.to_html());
        let text = html.replace("<!>", "");
        assert_eq!(text, "Name <code>cell</code> and <code>zip</code>.");
    }
}
