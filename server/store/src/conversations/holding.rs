//! In whose hands a conversation is.

use app::domain::{Holding, Viewer};

/// As the viewer sees it, from who holds it and who lost it last.
pub(super) fn holding(
    viewer: &Viewer,
    assigned_to: Option<i64>,
    released_from: Option<i64>,
) -> Holding {
    let me = Some(viewer.member.0);
    match assigned_to {
        holder if holder == me => Holding::Mine,
        None if released_from == me => Holding::Released,
        _ => Holding::Elsewhere,
    }
}
