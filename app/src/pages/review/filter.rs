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

/// The form. All but what is typed is folded away as long as none of it is chosen.
#[component]
pub(super) fn Filter(filter: ReviewFilter, choices: ReviewChoices) -> impl IntoView {
    let typed = ReviewFilter {
        contact: filter.contact.clone(),
        words: filter.words.clone(),
        ..ReviewFilter::default()
    };
    let is_chosen = filter != typed;
    let clear = (filter != ReviewFilter::default()).then(|| {
        view! { <a class="button quiet" href="/review">{page::clear_the_filters()}</a> }
    });
    let [campaign, texter, status, tag, idle, contact, words, ..] = filter.fields();
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
                <Field id="contact" name="contact" label=review_field_label("contact") value=contact.1 error=None/>
                <Field id="words" name="words" label=review_field_label("words") value=words.1 error=None/>
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
