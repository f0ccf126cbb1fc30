//! The deletion of a campaign's unmessaged contacts, from its event in the audit log to its last batch.

use super::batch::{self, Batch};
use super::count;
use crate::audit::{self, Change};
use crate::database::answered;
use crate::{Store, StoreError};
use app::domain::{AuditAction, AuditActor, AuditSubject, CampaignId, ConversationId};
use std::time::Duration;

/// How long a batch may take, its commit with it.
const BATCH_TIMEOUT: Duration = Duration::from_secs(40);

/// How long it waits before it attempts again what a lost connection or a blocked row broke off.
const RETRY_DELAYS: [Duration; 5] = [
    Duration::from_millis(100),
    Duration::from_millis(400),
    Duration::from_millis(1_500),
    Duration::from_secs(2),
    Duration::from_secs(4),
];

/// Deletes the unmessaged contacts of a campaign that are not newer than `newest`; says how many. Each batch commits by
/// itself. The audit log has how many there were when it began; where there are none it has nothing.
pub(super) async fn delete(
    store: &Store,
    actor: AuditActor,
    campaign: CampaignId,
    newest: ConversationId,
) -> Result<u32, StoreError> {
    let counted = count::up_to(store, actor.organization, campaign, newest).await?;
    if counted.unmessaged == 0 {
        return Ok(0);
    }
    let change = Change::new(
        AuditAction::UnmessagedDeleted,
        AuditSubject::Campaign(campaign),
    );
    let detail = counted.unmessaged.to_string();
    audit::record_alone(store, actor, change.detail(&detail)).await?;
    let (mut after, mut deleted) = (String::new(), 0_u64);
    loop {
        let batch = with_retries(store, actor, campaign, newest, &after).await?;
        deleted += batch.deleted;
        match batch.last {
            Some(cell) => after = cell,
            None => return Ok(u32::try_from(deleted).unwrap_or(u32::MAX)),
        }
    }
}

/// A batch, tried again after passing faults. One that was committed although no answer came deletes nothing the second
/// time, and is not counted.
async fn with_retries(
    store: &Store,
    actor: AuditActor,
    campaign: CampaignId,
    newest: ConversationId,
    after: &str,
) -> Result<Batch, StoreError> {
    let attempt = || {
        let batch = batch::delete(store, actor.organization, campaign, newest, after);
        answered(BATCH_TIMEOUT, batch)
    };
    for delay in RETRY_DELAYS {
        match attempt().await {
            Err(error) if error.is_passing() => {
                tracing::warn!(%error, %campaign, ?delay, "a batch of unmessaged contacts was not deleted and is tried again");
                tokio::time::sleep(delay).await;
            }
            ended => return ended,
        }
    }
    attempt().await
}
