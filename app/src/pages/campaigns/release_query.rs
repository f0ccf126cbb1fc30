//! The query of a release form that was sent without WASM.

use crate::components::{PickedInterval, ReleaseForm};
use crate::domain::{IdleInterval, ReleasePolicy};
use crate::pages::query::query;

/// The release form as the address fills it in. A switch that is off sends nothing, so the defaults count only if
/// nothing was asked yet.
pub(super) fn release_query() -> ReleaseForm {
    let field = |name| query(name).unwrap_or_default();
    let picked = match query("interval") {
        Some(choice) => PickedInterval::from_fields(choice, field("number"), field("unit")),
        None => PickedInterval::new(IdleInterval::ONE_HOUR),
    };
    let mut switches = ReleasePolicy::default();
    if query("asked").is_some() {
        let on = |name| query(name).as_deref() == Some("true");
        switches.include_team_restricted = on("include_team_restricted");
        switches.only_within_texting_hours = on("only_within_texting_hours");
        switches.include_auto_assign_off = on("include_auto_assign_off");
    }
    ReleaseForm::new(picked, switches)
}
