//! The card of the teams that draw from a campaign.

use super::section::{Section, SectionForm};
use crate::api::campaigns::SaveTeams;
use crate::components::{FieldSentence, Toggle};
use crate::pages::form_state::FormState;
use crate::ports::{CampaignSettings, CampaignTeam};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{admin, page};

/// **Restricted to teams**, and which teams draw from it.
#[component]
pub(super) fn TeamsCard(section: Section, settings: CampaignSettings) -> impl IntoView {
    let warning = settings
        .team_restricted
        .then(|| nobody(&settings.teams))
        .flatten();
    let none = settings.teams.is_empty();
    let form_state = FormState::of("teams");
    let restricted = form_state.on("restricted", settings.team_restricted);
    let saved: Vec<String> = settings
        .teams
        .iter()
        .filter(|team| team.chosen)
        .map(|team| team.id.to_string())
        .collect();
    let chosen = form_state.text("teams", saved.join(","));
    let who = if settings.team_restricted {
        admin::teams_only()
    } else {
        page::everyone_can_request()
    };
    let titles = settings.teams.iter().filter(|team| team.chosen);
    let titles: Vec<&str> = titles.map(|team| team.title.as_str()).collect();
    let theirs = vec![
        (page::who_can_request(), who.to_owned()),
        (admin::teams(), titles.join(", ")),
    ];
    let teams = settings
        .teams
        .into_iter()
        .map(|team| CampaignTeam {
            chosen: chosen.split(',').any(|id| id == team.id.to_string()),
            ..team
        })
        .enumerate()
        .map(|(index, team)| view! { <Team index team/> })
        .collect_view();
    let confirm = form_state.error("confirmed");
    view! {
        <section class="card" id="teams" aria-labelledby="teams-title">
            <h2 id="teams-title">{page::restricted_to_teams()}</h2>
            <p>{page::what_chosen_teams_do()}</p>
            <div id="teams-warning" data-answer="">
                {warning.map(|warning| view! { <p class="notice notice-warning">{warning}</p> })}
            </div>
            <SectionForm section action=SaveTeams::PATH button=page::save_teams() theirs>
                <Toggle
                    name="restricted"
                    label=page::restricted_to_teams()
                    hint=page::what_a_restriction_does()
                    on=restricted
                />
                {if none {
                    view! { <p class="hint">{page::there_are_no_teams_yet()}" "<a href="/teams">{page::create_one()}</a>"."</p> }.into_any()
                } else {
                    view! {
                        <fieldset>
                            <legend class="field">{admin::teams()}</legend>
                            <div class="ticks">{teams}</div>
                        </fieldset>
                    }
                    .into_any()
                }}
                <div id="teams-confirm" data-answer="">{confirm.map(|sentence| view! {
                    <div class="form-field">
                        <FieldSentence id="confirmed" error=Some(sentence)/>
                        <label class="confirm-checkbox">
                            <input id="confirmed" type="checkbox" name="confirmed" value="true" aria-describedby="confirmed-error"/>
                            <span>{page::save_all_the_same()}</span>
                        </label>
                    </div>
                })}</div>
            </SectionForm>
        </section>
    }
}

/// Why a restricted campaign is given to nobody, if it is.
fn nobody(teams: &[CampaignTeam]) -> Option<&'static str> {
    let mut chosen = teams.iter().filter(|team| team.chosen).peekable();
    if chosen.peek().is_none() {
        Some(page::no_team_is_chosen())
    } else if chosen.all(|team| team.members == 0) {
        Some(page::chosen_teams_have_no_members())
    } else {
        None
    }
}

#[component]
fn Team(index: usize, team: CampaignTeam) -> impl IntoView {
    let members = page::counted_members_or_none(team.members);
    view! {
        <label class="tick">
            <input type="checkbox" name=format!("teams[{index}]") value=team.id.to_string() checked=team.chosen/>
            <span>{team.title}" "<small>{members}</small></span>
        </label>
    }
}

#[cfg(test)]
mod tests {
    use super::nobody;
    use crate::domain::TeamId;
    use crate::ports::CampaignTeam;

    #[test]
    fn warns_if_nobody_is_given_its_texts() {
        let team = |members, chosen| CampaignTeam {
            id: TeamId(1),
            title: "Legal".into(),
            members,
            chosen,
        };
        assert!(
            nobody(&[team(3, false)])
                .unwrap()
                .contains("no team is chosen")
        );
        assert!(
            nobody(&[team(0, true)])
                .unwrap()
                .contains("have no members")
        );
        assert_eq!(nobody(&[team(0, true), team(1, true)]), None);
    }
}
