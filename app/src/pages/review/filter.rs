//! The filters of Message Review, a form that makes an address.

use crate::components::Field;
use crate::domain::{ConversationId, ConversationStatus, IdleInterval, ReviewFilter};
use crate::ports::ReviewChoices;
use crate::url::with_query;
use crate::view_models::{review_field_label, status_words};
use leptos::prelude::*;
use sentences::page;

/// The address of a page of the list, and of the conversation that is opened beside it.
pub(super) fn review_url(
    filter: &ReviewFilter,
    after: Option<ConversationId>,
    open: Option<ConversationId>,
) -> String {
    let id = |id: Option<ConversationId>| id.map(|id| id.to_string()).unwrap_or_default();
    let (after, open) = (id(after), id(open));
    let fields = filter.fields();
    let mut fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, text)| (*name, text.as_str()))
        .collect();
    fields.extend([("after", after.as_str()), ("open", open.as_str())]);
    with_query("/review", &fields)
}

/// A text field as it stands in the form, and what is wrong with it.
struct TypedField {
    text: String,
    error: Option<String>,
}

/// The fields that are typed.
pub(super) struct TypedFields {
    contact: TypedField,
    words: TypedField,
}

impl TypedFields {
    /// What the filter says, or what was typed and cannot be searched for, to be corrected.
    pub(super) fn of(filter: &ReviewFilter, field: impl Fn(&str) -> Option<String>) -> Self {
        let [.., contact, words, _, _] = filter.fields();
        let typed = |(name, valid): (&str, String), error: &str| {
            let typed = field(name).unwrap_or_default();
            if valid.is_empty() && !typed.trim().is_empty() {
                TypedField {
                    text: typed,
                    error: Some(error.to_owned()),
                }
            } else {
                TypedField {
                    text: valid,
                    error: None,
                }
            }
        };
        Self {
            contact: typed(contact, page::review_contact_is_invalid()),
            words: typed(words, page::review_words_are_invalid()),
        }
    }
}

/// The form. All but what is typed is folded away as long as none of it is chosen.
#[component]
pub(super) fn Filter(
    filter: ReviewFilter,
    choices: ReviewChoices,
    typed: TypedFields,
    /// Whether something in the address cannot be searched for.
    is_refused: bool,
) -> impl IntoView {
    let TypedFields { contact, words } = typed;
    let only_typed = ReviewFilter {
        contact: filter.contact.clone(),
        words: filter.words.clone(),
        ..ReviewFilter::default()
    };
    let is_chosen = filter != only_typed;
    let clear = (is_refused || filter != ReviewFilter::default()).then(|| {
        view! { <a class="button quiet" href="/review">{page::clear_the_filters()}</a> }
    });
    let [campaign, texter, status, tag, idle, ..] = filter.fields();
    let campaigns = choices.campaigns.into_iter();
    let campaigns = campaigns
        .map(|(id, title)| (id.to_string(), title))
        .collect();
    let nobody = (
        ReviewFilter::NOBODY.to_owned(),
        page::review_nobody().to_owned(),
    );
    let members = choices.members.into_iter();
    let members = members.map(|(id, name)| (id.to_string(), name));
    let texters = std::iter::once(nobody).chain(members).collect();
    let statuses = ConversationStatus::ALL
        .map(|status| (status.to_string(), status_words(status).to_owned()))
        .into();
    let tags = choices.tags.into_iter();
    let tags = tags.map(|(id, title)| (id.to_string(), title)).collect();
    // One that is in the address and not offered is offered too.
    let chosen = filter
        .idle
        .filter(|idle| !IdleInterval::PRESETS.contains(idle));
    let idles = IdleInterval::PRESETS
        .into_iter()
        .chain(chosen)
        .map(|interval| (interval.minutes().to_string(), interval.to_string()))
        .collect();
    view! {
        <form method="get" action="/review" class="review-filter" role="search">
            <div class="campaign-filter-fields">
                <Field id="contact" name="contact" label=review_field_label("contact") value=contact.text error=contact.error/>
                <Field id="words" name="words" label=review_field_label("words") value=words.text error=words.error/>
                <button class="button">{page::search()}</button>
                {clear}
            </div>
            <details class="campaign-filters" open=is_chosen>
                <summary>{page::filters_of_campaigns()}</summary>
                <div class="campaign-filter-fields">
                    <Select name="campaign" options=campaigns chosen=campaign.1/>
                    <Select name="texter" options=texters chosen=texter.1/>
                    <Select name="status" options=statuses chosen=status.1/>
                    <Select name="tag" options=tags chosen=tag.1/>
                    <Select name="idle" options=idles chosen=idle.1/>
                    <Tick name="escalated" on=filter.escalated/>
                    <Tick name="failed" on=filter.delivery_failed/>
                    <button class="button">{page::apply_the_filters()}</button>
                </div>
            </details>
        </form>
    }
}

/// A select that may choose nothing.
#[component]
fn Select(name: &'static str, options: Vec<(String, String)>, chosen: String) -> impl IntoView {
    let options = options
        .into_iter()
        .map(|(word, words)| {
            let selected = word == chosen;
            view! { <option value=word selected=selected>{words}</option> }
        })
        .collect_view();
    view! {
        <div class="form-field">
            <label class="field" for=name>{review_field_label(name)}</label>
            <select id=name name=name>
                <option value="">{page::review_any()}</option>
                {options}
            </select>
        </div>
    }
}

#[component]
fn Tick(name: &'static str, on: bool) -> impl IntoView {
    view! {
        <label class="tick">
            <input type="checkbox" name=name value=ReviewFilter::ON checked=on/>
            <span>{review_field_label(name)}</span>
        </label>
    }
}

#[cfg(test)]
mod tests {
    use super::review_url;
    use crate::domain::{CampaignId, ConversationId, ReviewFilter, WordsSought};

    #[test]
    fn only_what_is_filtered_by_stands_in_the_address() {
        assert_eq!(review_url(&ReviewFilter::default(), None, None), "/review");
        let filter = ReviewFilter {
            campaign: Some(CampaignId(7)),
            words: WordsSought::new("my lawyer & I"),
            delivery_failed: true,
            ..ReviewFilter::default()
        };
        assert_eq!(
            review_url(&filter, Some(ConversationId(9)), Some(ConversationId(8))),
            "/review?campaign=7&words=my+lawyer+%26+I&failed=yes&after=9&open=8"
        );
    }
}
