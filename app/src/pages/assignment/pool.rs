//! The fields of one pool.

use crate::components::{Choice, FieldSentence, Toggle};
use crate::domain::PoolKind;
use crate::pages::form_state::FormState;
use crate::ports::{PoolRow, PoolTeam};
use crate::view_models::pool_figures;
use leptos::prelude::*;
use sentences::page;
use std::sync::Arc;

/// Whose it is, what lies in it now, and its fields.
#[component]
pub(super) fn Pool(index: usize, row: PoolRow, form_state: Arc<FormState>) -> impl IntoView {
    let PoolRow {
        settings,
        team,
        fill,
    } = row;
    let id = settings.pool;
    let field = |name: &str| format!("pools[{index}][{name}]");
    let [(lies, lies_words), (oldest, oldest_words)] = pool_figures(&fill);
    let (enabled, kind, most) = (
        format!("enabled-{id}"),
        format!("kind-{id}"),
        format!("most-{id}"),
    );
    let on = form_state.on(&enabled, settings.enabled);
    let chosen = form_state.text(&kind, settings.kind.as_str());
    let value = form_state.text(&most, settings.max_per_request.to_string());
    let (kind_error, most_error) = (form_state.error(&kind), form_state.error(&most));
    let options = [PoolKind::Initials, PoolKind::Replies]
        .map(|kind| (kind.as_str(), kind.to_string()))
        .into();
    let title = format!("pool-{id}");
    view! {
        <div class="pool-row" role="group" aria-labelledby=title.clone()>
            <input type="hidden" name=field("pool") value=id.to_string()/>
            <div class="pool-head">
                <h3 id=title.clone()>{match &team {
                    Some(team) => view! { <a href=format!("/teams/{}", team.id)>{team.title.clone()}</a> }.into_any(),
                    None => page::general().into_any(),
                }}</h3>
                <Whose team/>
            </div>
            <p class="pool-lies">
                <strong data-figure=lies>{lies_words}</strong>
                <span data-figure=oldest>{oldest_words}</span>
            </p>
            <Toggle name=field("enabled") label=page::enabled() on/>
            <Choice id=kind name=field("kind") label=page::pool_type() options chosen error=kind_error/>
            <div class="form-field pool-most">
                <label class="field" for=most.clone()>{page::most_per_request()}</label>
                <input
                    id=most.clone()
                    type="text"
                    inputmode="numeric"
                    name=field("max_per_request")
                    value=value
                    autocomplete="off"
                    aria-invalid=most_error.is_some().then_some("true")
                    aria-describedby=most_error.is_some().then(|| format!("{most}-error"))
                />
                <FieldSentence id=most error=most_error/>
            </div>
        </div>
    }
}

/// Who draws from it, and the escalation tags that come with that.
#[component]
fn Whose(team: Option<PoolTeam>) -> impl IntoView {
    let Some(team) = team else {
        return view! {
            <p class="hint">{page::who_draws_from_general()}</p>
        }
        .into_any();
    };
    let tags = team
        .tags
        .iter()
        .map(|tag| view! { <li class="tag tag-escalation">{tag.clone()}</li> })
        .collect_view();
    let any = !team.tags.is_empty();
    let members = match team.members {
        0 => view! {
            <p class="hint hint-warning">{page::team_has_no_members()}</p>
        }
        .into_any(),
        members => view! { <p class="hint">{page::counted_members(members)}</p> }.into_any(),
    };
    view! {
        {members}
        {any.then(|| view! {
            <ul class="tags" aria-label=page::escalation_tags()>{tags}</ul>
        })}
    }
    .into_any()
}
