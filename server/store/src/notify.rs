//! Notifications of what changed, to every server, once per transaction, with nothing but ids. Listeners read the
//! rows themselves; a lost notification costs a moment, never a fact.

use app::domain::{CampaignId, ConversationId, MemberId, OrganizationId};
use serde::{Deserialize, Serialize};
use sqlx::PgExecutor;
use std::collections::BTreeSet;

/// The channel that carries a [`Change`].
pub const CHANGES: &str = "baton_changes";
/// The channel that wakes the outbox: it has something to send. No payload.
pub const OUTBOX: &str = "baton_outbox";

/// A payload of [`CHANGES`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Whose campaigns.
    pub organization: OrganizationId,
    /// Campaigns whose counts changed.
    pub campaigns: Vec<CampaignId>,
    /// Members whose own lists changed: who got, lost or answered a conversation, or was written to.
    pub members: Vec<MemberId>,
    /// Notices to some of these members may have changed: of what they lost, or of what a request gave them. A server
    /// that is older than this field does not say.
    #[serde(default = "unknown")]
    pub notices: bool,
    /// More changed than is named: look at all.
    pub more: bool,
    /// A release began, was asked to stop, or ended.
    #[serde(default)]
    pub releases: bool,
    /// A request for texts was made, cancelled or decided on.
    #[serde(default)]
    pub requests: bool,
    /// Texts of these conversations were reported on, to who reads them. Nothing else is named beside it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reports: Vec<Report>,
}

/// Who reads the conversation that a delivery report is about (its holder; else who lost it last, else who wrote the text), and
/// which one that is.
pub type Report = (MemberId, ConversationId);

fn unknown() -> bool {
    true
}

impl Change {
    fn nothing(organization: OrganizationId) -> Self {
        Self {
            organization,
            campaigns: Vec::new(),
            members: Vec::new(),
            notices: false,
            more: false,
            releases: false,
            requests: false,
            reports: Vec::new(),
        }
    }

    /// The reports, in as many changes as their number takes.
    pub(super) fn of_reports(
        organization: OrganizationId,
        reports: &BTreeSet<Report>,
    ) -> impl Iterator<Item = Self> {
        let reports: Vec<Report> = reports.iter().copied().collect();
        let parts: Vec<Vec<Report>> = reports
            .chunks(MAX_REPORTS)
            .map(<[Report]>::to_vec)
            .collect();
        parts.into_iter().map(move |reports| Self {
            reports,
            ..Self::nothing(organization)
        })
    }
}

/// The campaigns and members that changed in an organization, or that there are too many to name.
#[derive(Debug, Default)]
pub(super) struct ChangedIds {
    campaigns: BTreeSet<CampaignId>,
    members: BTreeSet<MemberId>,
    notices: bool,
    more: bool,
}

impl ChangedIds {
    pub(super) fn new(
        campaigns: impl IntoIterator<Item = CampaignId>,
        members: impl IntoIterator<Item = MemberId>,
    ) -> Self {
        let mut ids = Self {
            campaigns: campaigns.into_iter().collect(),
            members: members.into_iter().collect(),
            notices: false,
            more: false,
        };
        ids.bound();
        ids
    }

    /// The same, where notices to these members may have changed too.
    pub(super) fn with_notices(self) -> Self {
        Self {
            notices: true,
            ..self
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.campaigns.is_empty() && self.members.is_empty() && !self.more
    }

    pub(super) fn merge(&mut self, mut other: Self) {
        self.campaigns.append(&mut other.campaigns);
        self.members.append(&mut other.members);
        self.notices |= other.notices;
        self.more |= other.more;
        self.bound();
    }

    /// Too many are not named.
    fn bound(&mut self) {
        self.more |= self.campaigns.len() + self.members.len() > MAX_IDS;
        if self.more {
            self.campaigns.clear();
            self.members.clear();
        }
    }

    /// The change of this organization that they are.
    pub(super) fn of(&self, organization: OrganizationId) -> Change {
        Change {
            campaigns: self.campaigns.iter().copied().collect(),
            members: self.members.iter().copied().collect(),
            notices: self.notices,
            more: self.more,
            ..Change::nothing(organization)
        }
    }
}

// PostgreSQL takes payloads under 8,000 bytes; an id is at most 19 digits and a comma.
const MAX_IDS: usize = 350;
/// As many pairs of ids.
const MAX_REPORTS: usize = 150;

/// Notifies that the counts of these campaigns and the lists of these members changed. Sent when the
/// transaction commits; nothing is sent if there are neither.
///
/// # Errors
/// The database.
pub async fn changed(
    executor: impl PgExecutor<'_>,
    organization: OrganizationId,
    campaigns: impl IntoIterator<Item = CampaignId>,
    members: impl IntoIterator<Item = MemberId>,
) -> Result<(), sqlx::Error> {
    send_ids(executor, organization, &ChangedIds::new(campaigns, members)).await
}

/// [`changed`], where notices to these members may have changed too: of what they lost, or of what a request gave them.
///
/// # Errors
/// The database.
pub async fn notices_changed(
    executor: impl PgExecutor<'_>,
    organization: OrganizationId,
    campaigns: impl IntoIterator<Item = CampaignId>,
    members: impl IntoIterator<Item = MemberId>,
) -> Result<(), sqlx::Error> {
    let ids = ChangedIds::new(campaigns, members).with_notices();
    send_ids(executor, organization, &ids).await
}

async fn send_ids(
    executor: impl PgExecutor<'_>,
    organization: OrganizationId,
    ids: &ChangedIds,
) -> Result<(), sqlx::Error> {
    if ids.is_empty() {
        return Ok(());
    }
    send(executor, &ids.of(organization)).await
}

/// Notifies what was committed, where thousands may commit at once. PostgreSQL lets only one transaction at a time
/// commit that notifies, so that notifications within theirs would make them wait in line for one another's flush to
/// disk. A fault is logged: what was done is done, and pages and engines look by themselves after a while.
pub async fn after_commit(notification: impl Future<Output = Result<(), sqlx::Error>>) {
    if let Err(error) = notification.await {
        tracing::warn!(%error, "a change was committed and could not be notified");
    }
}

/// Notifies that a release began, was asked to stop, or ended.
///
/// # Errors
/// The database.
pub async fn releases_changed(
    executor: impl PgExecutor<'_>,
    organization: OrganizationId,
) -> Result<(), sqlx::Error> {
    let change = Change {
        releases: true,
        ..Change::nothing(organization)
    };
    send(executor, &change).await
}

/// Notifies that a member's request was made, cancelled or decided on: to them, and to those who decide.
///
/// # Errors
/// The database.
pub async fn requests_changed(
    executor: impl PgExecutor<'_>,
    organization: OrganizationId,
    member: MemberId,
) -> Result<(), sqlx::Error> {
    let change = Change {
        members: vec![member],
        requests: true,
        ..Change::nothing(organization)
    };
    send(executor, &change).await
}

/// Notifies that settings changed on which everything may hang, of the organization or of a campaign that
/// thousands hold something on. It is a rare event: everybody looks at all, and nobody is named.
///
/// # Errors
/// The database.
pub async fn settings_changed(
    executor: impl PgExecutor<'_>,
    organization: OrganizationId,
) -> Result<(), sqlx::Error> {
    let change = Change {
        more: true,
        ..Change::nothing(organization)
    };
    send(executor, &change).await
}

async fn send(executor: impl PgExecutor<'_>, change: &Change) -> Result<(), sqlx::Error> {
    send_all(executor, std::slice::from_ref(change), false).await
}

/// Notifies all of these changes, and if so that the outbox has something to send, in one transaction.
#[tracing::instrument(name = "db.change.notify", skip_all)]
pub(super) async fn send_all(
    executor: impl PgExecutor<'_>,
    changes: &[Change],
    outbox: bool,
) -> Result<(), sqlx::Error> {
    let payloads: Vec<String> = changes
        .iter()
        .map(serde_json::to_string)
        .collect::<Result<_, _>>()
        .map_err(|error| sqlx::Error::Encode(Box::new(error)))?;
    sqlx::query!(
        "select pg_notify($1, payload) from unnest($2::text[]) payload
         union all
         select pg_notify($3, '') where $4",
        CHANGES,
        &payloads,
        OUTBOX,
        outbox,
    )
    .execute(executor)
    .await?;
    Ok(())
}

/// [`changed`], where nobody's own list did.
///
/// # Errors
/// The database.
pub async fn campaigns_changed(
    executor: impl PgExecutor<'_>,
    organization: OrganizationId,
    campaigns: &[CampaignId],
) -> Result<(), sqlx::Error> {
    changed(executor, organization, campaigns.iter().copied(), []).await
}

/// Notifies that the outbox has something to send. Sent when the transaction commits.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.outbox.notify", skip_all)]
pub async fn outbox_filled(executor: impl PgExecutor<'_>) -> Result<(), sqlx::Error> {
    sqlx::query!("select pg_notify($1, '')", OUTBOX,)
        .execute(executor)
        .await?;
    Ok(())
}
