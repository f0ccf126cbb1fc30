//! The deletion of a campaign's unmessaged contacts, from its first batch to its last.

use super::batch::{self, Batch};
use crate::audit;
use crate::database::answered;
use crate::{Store, StoreError};
use app::domain::{AuditActor, CampaignId, ConversationId};
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
/// itself. The audit log has how many it deleted itself, whoever deletes beside it; where those are none it has nothing.
pub(super) async fn delete(
    store: &Store,
    actor: AuditActor,
    campaign: CampaignId,
    newest: ConversationId,
) -> Result<u32, StoreError> {
    let (mut after, mut deleted, mut unrecorded) = (String::new(), 0_u64, 0_u64);
    loop {
        let batch = match with_retries(store, actor, campaign, newest, &after, unrecorded).await {
            Ok(batch) => batch,
            Err(error) => {
                record_rest(store, actor, campaign, unrecorded).await;
                return Err(error);
            }
        };
        deleted += batch.deleted;
        unrecorded = batch.unrecorded;
        match batch.last {
            Some(cell) => after = cell,
            None => return Ok(u32::try_from(deleted).unwrap_or(u32::MAX)),
        }
    }
}

/// Records what a deletion that broke off has deleted.
async fn record_rest(store: &Store, actor: AuditActor, campaign: CampaignId, deleted: u64) {
    if deleted == 0 {
        return;
    }
    let detail = deleted.to_string();
    let change = batch::event(campaign).detail(&detail);
    if let Err(error) = audit::record_alone(store, actor, change).await {
        tracing::error!(%error, %campaign, deleted, "deleted contacts are missing from the audit log");
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
    unrecorded: u64,
) -> Result<Batch, StoreError> {
    let attempt = || {
        let batch = batch::delete(store, actor, campaign, newest, after, unrecorded);
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
