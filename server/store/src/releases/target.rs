//! What a release is about: whose conversations, of which kind, by which rule.

use crate::rules::Mode;
use app::domain::{
    CampaignId, IdleInterval, MemberId, OrganizationId, ReleaseKind, ReleaseOrder, ReleasePolicy,
    ReleaseScope,
};
use chrono::{DateTime, Utc};
use sqlx::postgres::PgArguments;
use sqlx::query::QueryAs;

/// One of the ways to release; there is none without an interval except that of texters, of their own, and that
/// at a suspension.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// Replies on all campaigns.
    Everywhere(ReleasePolicy),
    /// On one campaign, by hand.
    Campaign(CampaignId, ReleaseKind, ReleasePolicy),
    /// Replies on one campaign, by the engine.
    Automatic(CampaignId, IdleInterval),
    /// What the engine would release on one campaign if auto-assign were on. It is counted, never released.
    OnceSwitchedOn(CampaignId, IdleInterval),
    /// A texter's own replies.
    Own(MemberId),
    /// Everything that a suspended member holds.
    Suspended(MemberId),
}

impl From<ReleaseOrder> for Target {
    fn from(order: ReleaseOrder) -> Self {
        match order {
            ReleaseOrder::Everywhere(policy) => Self::Everywhere(policy),
            ReleaseOrder::Campaign { id, kind, policy } => Self::Campaign(id, kind, policy),
        }
    }
}

impl Target {
    /// Read from a row of the history; `None` if its parts do not go together.
    pub(super) fn recorded(
        scope: ReleaseScope,
        kind: ReleaseKind,
        policy: Option<ReleasePolicy>,
        actor: Option<MemberId>,
        suspended: Option<MemberId>,
    ) -> Option<Self> {
        if matches!(kind, ReleaseKind::SecondPass | ReleaseKind::Bulk) {
            return None;
        }
        match (scope, policy, actor) {
            (ReleaseScope::Everywhere, Some(policy), _) => Some(Self::Everywhere(policy)),
            (ReleaseScope::Campaign(campaign), Some(policy), _) => {
                Some(Self::Campaign(campaign, kind, policy))
            }
            (ReleaseScope::Automatic(campaign), Some(policy), _) => {
                Some(Self::Automatic(campaign, policy.interval))
            }
            (ReleaseScope::Texter, None, Some(actor)) => Some(Self::Own(actor)),
            (ReleaseScope::Suspension, None, _) => suspended.map(Self::Suspended),
            _ => None,
        }
    }

    /// In which mode statements release it.
    pub(crate) fn mode(&self) -> Mode {
        match self {
            Self::Everywhere(_) => Mode::Everywhere,
            // Of one campaign both kinds are never released at once, and a second pass and a bulk action are no release.
            Self::Campaign(
                _,
                ReleaseKind::Replies
                | ReleaseKind::Held
                | ReleaseKind::SecondPass
                | ReleaseKind::Bulk,
                _,
            ) => Mode::Campaign,
            Self::Campaign(_, ReleaseKind::Unsent, _) => Mode::Unsent,
            Self::Automatic(..) | Self::OnceSwitchedOn(..) => Mode::Automatic,
            Self::Own(_) => Mode::Own,
            Self::Suspended(_) => Mode::Suspended,
        }
    }

    /// Who or what releases, and where.
    pub(super) fn scope(&self) -> ReleaseScope {
        match *self {
            Self::Everywhere(_) => ReleaseScope::Everywhere,
            Self::Campaign(campaign, ..) => ReleaseScope::Campaign(campaign),
            Self::Automatic(campaign, _) | Self::OnceSwitchedOn(campaign, _) => {
                ReleaseScope::Automatic(campaign)
            }
            Self::Own(_) => ReleaseScope::Texter,
            Self::Suspended(_) => ReleaseScope::Suspension,
        }
    }

    /// What is released.
    pub(super) fn kind(&self) -> ReleaseKind {
        match *self {
            Self::Campaign(_, kind, _) => kind,
            Self::Suspended(_) => ReleaseKind::Held,
            Self::Everywhere(_) | Self::Automatic(..) | Self::OnceSwitchedOn(..) | Self::Own(_) => {
                ReleaseKind::Replies
            }
        }
    }

    /// Whose suspension it is.
    pub(super) fn suspended(&self) -> Option<MemberId> {
        match *self {
            Self::Suspended(member) => Some(member),
            Self::Everywhere(_)
            | Self::Campaign(..)
            | Self::Automatic(..)
            | Self::OnceSwitchedOn(..)
            | Self::Own(_) => None,
        }
    }

    /// By which policy; `None` = texters wait for nothing to give back their own, nor does a suspension.
    pub(super) fn policy(&self) -> Option<ReleasePolicy> {
        match *self {
            Self::Everywhere(policy) | Self::Campaign(_, _, policy) => Some(policy),
            // Who is on a team is among those whom the switch was set for; what nobody could have
            // answered, or nobody would be handed, stays.
            Self::Automatic(_, interval) | Self::OnceSwitchedOn(_, interval) => {
                Some(ReleasePolicy {
                    interval,
                    include_team_restricted: true,
                    only_within_texting_hours: true,
                    include_auto_assign_off: matches!(self, Self::OnceSwitchedOn(..)),
                })
            }
            Self::Own(_) | Self::Suspended(_) => None,
        }
    }

    /// Binds `$1` to `$7` of a statement that judges what this takes.
    pub fn bind<'q, T>(
        &self,
        query: QueryAs<'q, sqlx::Postgres, T, PgArguments>,
        organization: OrganizationId,
        now: Option<DateTime<Utc>>,
    ) -> QueryAs<'q, sqlx::Postgres, T, PgArguments> {
        let about = match *self {
            Self::Everywhere(_) => None,
            Self::Campaign(campaign, ..)
            | Self::Automatic(campaign, _)
            | Self::OnceSwitchedOn(campaign, _) => Some(campaign.0),
            Self::Own(member) | Self::Suspended(member) => Some(member.0),
        };
        let policy = self.policy();
        query
            .bind(organization.0)
            .bind(now)
            .bind(policy.map_or(0, |policy| policy.interval.minutes().cast_signed()))
            .bind(policy.is_none_or(|policy| policy.include_team_restricted))
            .bind(policy.is_some_and(|policy| policy.only_within_texting_hours))
            .bind(policy.is_none_or(|policy| policy.include_auto_assign_off))
            .bind(about)
    }
}
