//! What a link gives, in short.

use crate::components::Clock;
use crate::domain::InviteState;
use crate::pages::people::role_name;
use crate::pages::pieces::{PLACE, pieces};
use crate::ports::Invite;
use leptos::prelude::*;
use sentences::page;

/// How a link is called: by its role.
pub(super) fn name(invite: &Invite) -> String {
    page::invite_link_for(role_name(invite.role))
}

/// Its state, in a word or two.
#[component]
pub(super) fn State(state: InviteState) -> impl IntoView {
    let class = match state {
        InviteState::Open => "tag tag-started",
        InviteState::Revoked
        | InviteState::Expired
        | InviteState::UsedUp
        | InviteState::MakerLost => "tag",
    };
    view! { <span class=class>{state.label()}</span> }
}

/// Uses, end, teams, level and maker, in a line.
#[component]
pub(super) fn Gives(invite: Invite) -> impl IntoView {
    let uses = match invite.max_uses {
        Some(most) => page::used_of(invite.uses, most),
        None => page::used_times(invite.uses),
    };
    let end = match invite.state {
        InviteState::Open | InviteState::MakerLost => Some(page::link_ends_at(PLACE)),
        InviteState::Expired => Some(page::link_ended_at(PLACE)),
        // It has ended before that.
        InviteState::Revoked | InviteState::UsedUp => None,
    };
    let end = end.map(|words| {
        let [before, after] = pieces(&words);
        view! { " · "{before}<Clock at=invite.expires_at/>{after} }
    });
    let level = invite.level.map_or_else(
        || page::new_members_level().to_owned(),
        |level| page::level_given(&level.to_string()),
    );
    let maker = invite.made_by.map_or_else(
        || page::made_at_the_command_line().to_owned(),
        |name| page::made_by(&name),
    );
    let rest: String = [invite.teams.join(", "), level, maker]
        .iter()
        .filter(|part| !part.is_empty())
        .flat_map(|part| [" · ", part.as_str()])
        .collect();
    view! { <p>{uses}{end}{rest}</p> }
}
