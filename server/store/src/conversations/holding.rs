//! In whose hands a conversation is.

use crate::rules::ESCALATED_ELSEWHERE;
use app::domain::{Holding, Viewer};
use const_format::formatcp;

/// SQL over `cv`: who lost it last, as [`holding`] wants it. `$3` the viewer. What is escalated to teams that they are not in
/// they cannot take back.
pub(super) const RELEASED_FROM: &str =
    formatcp!("case when not {ESCALATED_ELSEWHERE} then cv.released_from end");

/// SQL over `cv`: the name of whoever holds it, unless that is the viewer `$3`, for whom nothing more is read.
pub(super) const HOLDER: &str = "case when cv.assigned_to <> $3
                 then (select a.name
                         from member m
                         join account a on a.id = m.account_id
                        where m.organization_id = cv.organization_id and m.id = cv.assigned_to)
            end";

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
