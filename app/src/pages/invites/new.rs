//! The form that makes a link.

use crate::api;
use crate::api::invites::CreateInvite;
use crate::components::{Choice, Field};
use crate::domain::{ApprovalLevel, InviteDays, InviteUses, InvitedRole, Role};
use crate::pages::form_state::FormState;
use crate::pages::page::Page;
use crate::pages::page_guard::page_guard;
use crate::pages::people::role_name;
use crate::ports::TeamRow;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::{admin, island, page};

/// Role, teams, approval level, for how long and for how many.
#[component]
pub fn NewInvitePage() -> impl IntoView {
    page_guard(async {
        let viewer = api::admin()?;
        let teams = api::ports()?.teams.teams(&viewer, "").await?;
        let form = FormState::of("invite");
        let roles = Role::ALL
            .into_iter()
            .filter(|role| InvitedRole::by(viewer.role, *role).is_ok())
            .map(|role| (role.as_str(), role_name(role).to_owned()))
            .collect();
        let as_for_all = ("", page::level_of_the_organization().to_owned());
        let levels = ApprovalLevel::ALL.map(|level| (level.as_str(), level.to_string()));
        let levels = std::iter::once(as_for_all).chain(levels).collect();
        let lifetimes = InviteDays::CHOICES
            .map(|days| (word(days), page::valid_for_days(days.days().into())))
            .into();
        let most = sentences::number(InviteUses::MAX.into());
        Ok(view! {
            <Page title=page::new_invite_link() viewer=Some(viewer.into()) class="narrow">
                <p class="back"><a href="/people/invites">{page::invite_links()}</a></p>
                <h1>{page::new_invite_link()}</h1>
                <form method="post" action=CreateInvite::PATH class="card form" novalidate data-unsaved="invite">
                    <Choice
                        id="role"
                        name="role"
                        label=page::invited_role()
                        options=roles
                        chosen=form.text("role", Role::Texter.as_str())
                        error=form.error("role")
                    />
                    <Choice
                        id="level"
                        name="level"
                        label=page::invited_level()
                        options=levels
                        chosen=form.text("level", "")
                        error=form.error("level")
                    />
                    <Teams teams chosen=form.text("teams", "")/>
                    <Choice
                        id="days"
                        name="days"
                        label=page::how_long_it_is_valid()
                        options=lifetimes
                        chosen=form.text("days", word(InviteDays::USUAL))
                        error=form.error("days")
                    />
                    <Field
                        id="uses"
                        name="uses"
                        label=page::how_many_may_join()
                        kind="number"
                        hint=page::what_no_number_means(&most)
                        value=form.text("uses", "1")
                        error=form.error("uses")
                    />
                    <div class="dialog-actions">
                        <a class="button" href="/people/invites">{island::cancel()}</a>
                        <button class="button primary">{page::make_link()}</button>
                    </div>
                </form>
            </Page>
        }
        .into_any())
    })
}

/// What the form sends for a choice of [`InviteDays`].
fn word(days: InviteDays) -> &'static str {
    match days.days() {
        1 => "1",
        30 => "30",
        _ => "7",
    }
}

/// A checkbox for each team; nothing where there are none.
#[component]
fn Teams(teams: Vec<TeamRow>, chosen: String) -> impl IntoView {
    let any = !teams.is_empty();
    let ticks = teams
        .into_iter()
        .enumerate()
        .map(|(index, team)| {
            let id = team.id.to_string();
            let checked = chosen.split(',').any(|chosen| chosen == id);
            view! {
                <label class="tick">
                    <input type="checkbox" name=format!("teams[{index}]") value=id checked=checked/>
                    <span>{team.title}</span>
                </label>
            }
        })
        .collect_view();
    any.then(|| {
        view! {
            <fieldset>
                <legend class="field">{admin::teams()}</legend>
                <div class="ticks">{ticks}</div>
                <p class="hint">{page::invited_teams_hint()}</p>
            </fieldset>
        }
    })
}
