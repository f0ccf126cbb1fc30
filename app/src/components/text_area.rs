//! The text area: the only place where a `<textarea>` is made.

use leptos::ev;
use leptos::prelude::*;

/// A text box that takes its text as a property and has no children: Leptos writes the children of a
/// `<textarea>` into the page without escaping them, so that a contact could write a script into it.
///
/// The browser owns the text from then on. It is not bound to a signal, because that would throw
/// away what was typed before the page woke; read it in `input`.
#[component]
pub fn TextArea(
    /// Its id, to which the label points.
    id: &'static str,
    /// The form field.
    #[prop(optional)]
    name: Option<&'static str>,
    /// What stands in it at first.
    text: String,
    /// How many lines it shows.
    #[prop(default = 3)]
    rows: u32,
    /// The most characters it takes.
    #[prop(optional)]
    maxlength: Option<u32>,
    /// Whether it can only be read and copied.
    #[prop(optional)]
    readonly: bool,
    /// Whether it has to be filled in. That is told to who does not see the page; its form is `novalidate`, and the server says
    /// what is wrong.
    #[prop(optional)]
    required: bool,
    /// The id of what says more about it: a hint, or what is wrong.
    #[prop(optional)]
    described_by: Option<&'static str>,
    /// What to do as something is typed, with all of the text.
    #[prop(optional)]
    input: Option<Callback<String>>,
) -> impl IntoView {
    let typed = move |event: ev::Event| {
        if let Some(input) = input {
            input.run(event_target_value(&event));
        }
    };
    view! {
        <textarea
            id=id
            name=name
            rows=rows
            maxlength=maxlength
            readonly=readonly
            required=required
            aria-describedby=described_by
            on:input=typed
            inner_html=escaped(&text)
        ></textarea>
    }
}

/// One of several text boxes of a form, whose ids and names are numbered; else as [`TextArea`]. For pages alone: an island
/// has one box, and needs no strings that are made for it.
#[cfg(feature = "ssr")]
#[component]
pub fn NumberedTextArea(
    /// Its id, to which the label points.
    id: String,
    /// The form field.
    name: String,
    /// What stands in it at first.
    text: String,
    /// The most characters it takes.
    maxlength: usize,
    /// What is wrong with what stands in it.
    error: Option<String>,
) -> impl IntoView {
    let error_id = [&id, "-error"].concat();
    let described_by = error.is_some().then(|| error_id.clone());
    view! {
        <textarea
            id=id
            name=name
            rows="3"
            maxlength=maxlength.to_string()
            aria-invalid=error.is_some().then_some("true")
            aria-describedby=described_by
            inner_html=escaped(&text)
        ></textarea>
        {error.map(|error| view! { <p class="field-error" id=error_id>{error}</p> })}
    }
}

/// As the inside of the element. The parser drops a line break at the beginning, so one more is
/// there for it to drop.
#[cfg(feature = "ssr")]
fn escaped(text: &str) -> String {
    format!("\n{}", html_escape::encode_text(text))
}

/// Waking an element does not touch its inside, so there is nothing to escape in the browser.
#[cfg(not(feature = "ssr"))]
fn escaped(_: &str) -> String {
    String::new()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::TextArea;
    use leptos::prelude::*;

    fn html(text: &str) -> String {
        Owner::new().with(|| view! { <TextArea id="reply" text=text.to_owned()/> }.to_html())
    }

    #[test]
    fn shows_a_closing_tag_and_a_script_as_text() {
        let html = html("</textarea><script>alert(1)</script>&amp;");
        assert!(!html.contains("<script"), "{html}");
        assert_eq!(html.matches("</textarea>").count(), 1, "{html}");
        assert!(html.contains("&lt;/textarea&gt;&lt;script&gt;"), "{html}");
        assert!(html.contains("&amp;amp;"), "{html}");
    }

    #[test]
    fn keeps_a_line_break_at_the_beginning() {
        assert!(html("\nhello").contains(">\n\nhello</textarea>"));
    }
}
