//! The role of a member, as it can be changed from their page.

use super::role_tag::role_name;
use crate::api::people::{ChangeRole, LiftSuspension};
use crate::components::Choice;
use crate::domain::{Admin, Role, RoleChange};
use crate::pages::form_state::FormState;
use crate::ports::Person;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use sentences::page;

/// The change of this member's role to another one, as the viewer asks for it.
pub(super) fn change_to(viewer: &Admin, person: &Person, to: Role) -> RoleChange {
    RoleChange {
        actor: viewer.role,
        is_own: viewer.member == person.row.member,
        from: person.row.role,
        to,
        others_own: person.others_own,
    }
}

/// The choice of another role and the way to a suspension; or of who is suspended, the way back, and what they still hold.
#[component]
pub(super) fn PersonRole(viewer: Admin, person: Person) -> impl IntoView {
    let member = person.row.member;
    let still_holds = person.role_before.is_some() && person.holdings.releasable() > 0;
    let content = match person.role_before {
        Some(before) => {
            if change_to(&viewer, &person, before).check().is_ok() {
                view! { <Lift person role=before/> }.into_any()
            } else {
                view! { <p class="hint">{page::suspended_above_you()}</p> }.into_any()
            }
        }
        None => view! { <Change viewer person/> }.into_any(),
    };
    view! {
        <section class="card" id="role" aria-labelledby="role-title">
            <h2 id="role-title">{page::role()}</h2>
            {content}
            {still_holds.then(|| view! {
                <p class="page-end">
                    <a class="button" href=format!("/people/{member}/release")>{page::release_what_they_hold()}</a>
                </p>
            })}
        </section>
    }
}

#[component]
fn Change(viewer: Admin, person: Person) -> impl IntoView {
    let member = person.row.member;
    let may = |to: Role| change_to(&viewer, &person, to).check().is_ok();
    let roles = Role::ALL
        .into_iter()
        .filter(|role| *role != Role::Suspended);
    let options: Vec<_> = roles
        .filter(|role| may(*role))
        .map(|role| (role.as_str(), role_name(role).to_owned()))
        .collect();
    let (may_change, may_suspend) = (options.len() > 1, may(Role::Suspended));
    let is_own = viewer.member == member;
    let form_state = FormState::of("role");
    let chosen = form_state.text("role", person.row.role.as_str());
    let form = may_change.then(|| {
        view! {
            <form method="post" action=ChangeRole::PATH class="form form-line" data-unsaved="role">
                <input type="hidden" name="member" value=member.to_string()/>
                <input type="hidden" name="was" value=person.row.role.as_str()/>
                <Choice id="new-role" name="role" label=page::role_of(&person.row.name) options chosen/>
                <button class="button">{page::change_role()}</button>
            </form>
        }
    });
    let why_not = match (may_change, person.row.role > viewer.role) {
        (true, _) => None,
        (false, true) => Some(page::member_is_above_you()),
        (false, false) => Some(page::is_the_last_owner()),
    };
    view! {
        {form}
        {why_not.map(|sentence| view! { <p class="hint">{sentence}</p> })}
        {(is_own && may_change).then(|| view! { <p class="hint">{page::this_is_your_own_role()}</p> })}
        {may_suspend.then(|| view! {
            <p class="page-end"><a class="button" href=format!("/people/{member}/suspend")>{page::suspend()}</a></p>
        })}
    }
}

#[component]
fn Lift(person: Person, role: Role) -> impl IntoView {
    view! {
        <p>{page::what_lifting_does(&person.row.name, role_name(role))}</p>
        <form method="post" action=LiftSuspension::PATH>
            <input type="hidden" name="member" value=person.row.member.to_string()/>
            <p class="page-end"><button class="button">{page::lift_suspension()}</button></p>
        </form>
    }
}
