use crate::rules::{NEXT_OPENING, OPEN_NOW, ZONES};
use app::domain::FailureCode;
use chrono::{DateTime, Utc};
use const_format::formatcp;

/// What a text depends on at the moment when it leaves, which may be long after it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct SendChecks {
    /// The contact has opted out; of a goodbye, by the opt-out that it was written with.
    pub opted_out: bool,
    /// It is the goodbye that was written with an opt-out.
    pub goodbye: bool,
    /// It is one to a contact who has said stop themselves since, or whose carrier says so.
    pub goodbye_after_stop: bool,
    /// Its campaign is paused.
    pub paused: bool,
    /// Its campaign is archived.
    pub archived: bool,
    /// The contact's texting hours are over, and open then; `None` within them.
    pub opens_at: Option<DateTime<Utc>>,
}

/// SQL over an opt-out `o`: the contact said so themselves, or their carrier says that they did. Without an origin and a
/// member a release that kept no origin recorded a stop word.
const BY_THEMSELVES: &str = "(o.stopped_at is not null or coalesce(o.origin in ('stop_word', 'carrier'), o.recorded_by is null))";

/// The columns of [`SendChecks`], of a row `k` of the outbox with the [`TABLES`]. `$2` clock.
pub(super) const COLUMNS: &str = formatcp!(
    "k.goodbye,
            ca.paused_at is not null as paused,
            ca.archived_at is not null as archived,
            -- Whenever it was written: a text and an opt-out that are written at once may have either order.
            exists (select from opt_out o
                     where o.organization_id = c.organization_id and o.cell = c.cell
                       -- A goodbye belongs to the opt-out that it was written with, not to one since.
                       and (not k.goodbye or o.created_at <= m.created_at)) as opted_out,
            k.goodbye
            and exists (select from opt_out o
                         where o.organization_id = c.organization_id and o.cell = c.cell
                           and {BY_THEMSELVES}) as goodbye_after_stop,
            case when not {OPEN_NOW}
                 then {NEXT_OPENING}
            end as opens_at"
);

/// The tables that a row `k` of the outbox leads to, by their keys. `$2` clock.
pub(super) const TABLES: &str = formatcp!(
    "message m on m.organization_id = k.organization_id and m.id = k.message_id
       join contact c on c.organization_id = m.organization_id and c.id = m.conversation_id
       join conversation cv on cv.organization_id = c.organization_id and cv.id = c.id
       join campaign ca on ca.organization_id = cv.organization_id and ca.id = cv.campaign_id
       join {ZONES} zone on zone.id = coalesce(cv.time_zone_id, ca.time_zone_id)"
);

impl SendChecks {
    /// Why a text is given up, by its code and in words; `None` if it may be sent, now or later. To who has opted out
    /// nothing goes but the goodbye, which says nothing any more when it comes late, or after their own stop word.
    pub fn given_up(&self) -> Option<(FailureCode, &'static str)> {
        let opted_out_before = (
            FailureCode::OPTED_OUT_BEFORE,
            "The contact opted out before it was sent.",
        );
        if !self.goodbye {
            return self.opted_out.then_some(opted_out_before);
        }
        if self.goodbye_after_stop {
            return Some(opted_out_before);
        }
        if self.archived {
            let reason = "The campaign was archived before it was sent.";
            Some((FailureCode::ARCHIVED, reason))
        } else if self.paused {
            let reason = "The campaign was paused before it was sent.";
            Some((FailureCode::PAUSED, reason))
        } else if !self.opted_out {
            let reason = "The opt-out was lifted before it was sent.";
            Some((FailureCode::OPT_OUT_LIFTED, reason))
        } else if self.opens_at.is_some() {
            let reason = "The contact's texting hours ended before it was sent.";
            Some((FailureCode::OUTSIDE_HOURS, reason))
        } else {
            None
        }
    }

    /// Whether its campaign sends nothing now, so that what is not given up is held.
    pub fn is_halted(&self) -> bool {
        self.paused || self.archived
    }
}
