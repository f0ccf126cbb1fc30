//! The role of a member, in words.

use crate::domain::Role;
use leptos::prelude::*;
use sentences::page;

/// The role as a mark beside a name.
#[component]
pub(super) fn RoleTag(role: Role) -> impl IntoView {
    let class = match role {
        Role::Suspended => "tag tag-failed",
        Role::Texter => "tag",
        Role::Supervolunteer | Role::Admin | Role::Owner => "tag tag-started",
    };
    view! { <span class=class>{role_name(role)}</span> }
}

/// What people read for a role.
pub(in crate::pages) fn role_name(role: Role) -> &'static str {
    match role {
        Role::Suspended => page::role_suspended(),
        Role::Texter => page::role_texter(),
        Role::Supervolunteer => page::role_supervolunteer(),
        Role::Admin => page::role_admin(),
        Role::Owner => page::role_owner(),
    }
}
