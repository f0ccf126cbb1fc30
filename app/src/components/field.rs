//! A text field with its label, hint and error.

use leptos::prelude::*;
use sentences::page;

/// A label, an input, what is meant, and what is wrong with what was typed: read out with the field.
#[component]
pub fn Field(
    /// Its id.
    #[prop(into)]
    id: String,
    /// The form field.
    #[prop(into)]
    name: String,
    /// What it is called.
    label: &'static str,
    /// `text`, `number`, `date`, `email` or `password`.
    #[prop(default = "text")]
    kind: &'static str,
    /// What stands in it.
    #[prop(into)]
    value: String,
    /// What is meant, in a sentence.
    #[prop(optional, into)]
    hint: String,
    /// What browsers may fill in, by the word of HTML: `name`.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// What stands in it as long as nothing does.
    #[prop(optional)]
    placeholder: &'static str,
    /// The id of a `datalist` with what is suggested.
    #[prop(optional)]
    suggestions: &'static str,
    /// What is wrong.
    error: Option<String>,
) -> impl IntoView {
    let numeric = (kind == "number").then_some("numeric");
    // A browser keeps what is no number to itself, and the server could not say what is wrong with it.
    let kind = if kind == "number" { "text" } else { kind };
    // Of a date that is typed in part only the script knows (`script/half-typed.js`).
    let incomplete = (kind == "date").then(page::date_is_incomplete);
    let described = describes(
        &id,
        !hint.is_empty(),
        error.is_some() || incomplete.is_some(),
    );
    view! {
        <div class="form-field">
            <label class="field" for=id.clone()>{label}</label>
            <input
                id=id.clone()
                type=kind
                inputmode=numeric
                name=name
                value=value
                placeholder=(!placeholder.is_empty()).then_some(placeholder)
                autocomplete=autocomplete
                list=(!suggestions.is_empty()).then_some(suggestions)
                aria-invalid=error.is_some().then_some("true")
                aria-describedby=described
                data-incomplete=incomplete
            />
            {(!hint.is_empty()).then(|| view! { <p class="hint" id=format!("{id}-hint")>{hint}</p> })}
            <FieldSentence id=id error/>
        </div>
    }
}

/// What is wrong with a field, under it.
#[component]
pub fn FieldSentence(
    /// The field's id.
    #[prop(into)]
    id: String,
    /// What is wrong.
    error: Option<String>,
) -> impl IntoView {
    error.map(|error| view! { <p class="field-error" id=format!("{id}-error")>{error}</p> })
}

/// The ids of what says more about a field.
fn describes(id: &str, hint: bool, error: bool) -> Option<String> {
    let parts = [(error, "-error"), (hint, "-hint")];
    let ids: Vec<String> = parts
        .into_iter()
        .filter(|(there, _)| *there)
        .map(|(_, part)| [id, part].concat())
        .collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

#[cfg(test)]
mod tests {
    use super::Field;
    use leptos::prelude::*;

    #[test]
    fn what_is_wrong_belongs_to_its_field() {
        let html = Owner::new().with(|| {
            let error = Some("A whole number.".to_owned());
            view! { <Field id="most" name="most" label="Most" value="x" kind="number" hint="A limit." error/> }
                .to_html()
        });
        assert!(
            html.contains(r#"aria-describedby="most-error most-hint""#),
            "{html}"
        );
        assert!(html.contains(r#"aria-invalid="true""#), "{html}");
        assert!(html.contains(r#"id="most-error""#), "{html}");
    }
}
