//! A line of Message Review.

use crate::components::Clock;
use crate::domain::contact_name;
use crate::pages::texts::OptOutLink;
use crate::ports::ReviewRow;
use crate::view_models::marked_status_words;
use leptos::prelude::*;
use sentences::page;

/// Whom, on which campaign, with whom, and what was said last; a link that opens it beside the list. A box in front of it
/// ticks it for a bulk action. Below it, **Opt out** where the contact may want that.
#[component]
pub(super) fn Row(
    row: ReviewRow,
    /// Where it stands on the page.
    index: usize,
    path: String,
    is_open: bool,
    ticked: bool,
) -> impl IntoView {
    let name = contact_name(&row.contact);
    let excerpt = match row.last_text_at {
        None => page::review_no_message().to_owned(),
        Some(_) => row.excerpt,
    };
    let holder = match &row.holder {
        Some(name) => page::review_held_by(name),
        None => page::review_held_by_nobody().to_owned(),
    };
    let tags = row
        .tags
        .into_iter()
        .map(|title| view! { <span class="tag">{title}</span> })
        .collect_view();
    let opt_out = row.may_want_to_opt_out.then(|| {
        let back = path.clone();
        view! { <OptOutLink conversation=row.id contact=name.clone() back/> }
    });
    let look = row
        .may_want_to_opt_out
        .then(|| view! { <span class="tag tag-failed">{page::may_want_to_opt_out()}</span> });
    let opted_out = row
        .opted_out
        .then(|| view! { <span class="tag">{page::opted_out_mark()}</span> });
    let status = marked_status_words(row.status, row.opted_out);
    let status = status.map(|status| [" · ", status].concat());
    view! {
        <li class="bulk-row">
            <input
                class="bulk-tick"
                type="checkbox"
                name=format!("conversations[{index}]")
                value=row.id.to_string()
                aria-label=page::bulk_tick(&name)
                checked=ticked
            />
            <a class="reply" href=path aria-current=is_open.then_some("true")>
                <span class="reply-head">
                    <strong>{name}</strong>
                    {row.last_text_at.map(|at| view! { <span class="request-asked"><Clock at/></span> })}
                </span>
                <span class="reply-excerpt">{excerpt}</span>
                <span class="reply-foot">
                    <span class="reply-campaign">{row.campaign_title}" · "{holder}{status}</span>
                    {look}
                    {tags}
                    {opted_out}
                </span>
            </a>
            {opt_out}
        </li>
    }
}
