//! How long people waited for an answer.

use crate::count::clamp;
use crate::{Store, StoreError};
use app::domain::{Age, AnswerTimes, AnswerWaits, CampaignId, OrganizationId};

/// How many answers of each kind are looked at, the latest.
const LATEST: i64 = 10_000;

/// Both halves from the index `answer_latest` alone: it has them in this order, with their waits. A
/// percentile is a wait that somebody had, never one between two of them.
const ANSWER_TIMES: &str = "select half.auto_release, count(*),
        percentile_disc(array[0.5, 0.95]) within group (order by latest.waited_seconds)
   from (values (false), (true)) half (auto_release)
  cross join lateral (select an.waited_seconds
                        from answer an
                       where an.organization_id = $1
                         and an.campaign_id = $2
                         and an.auto_release = half.auto_release
                       order by an.answered_at desc
                       limit $3) latest
  group by half.auto_release";

/// Of the latest answers on a campaign.
#[tracing::instrument(name = "db.campaign.answer_times", skip_all, fields(%campaign))]
pub(super) async fn answer_times(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
) -> Result<AnswerTimes, StoreError> {
    let halves: Vec<(bool, i64, Vec<i32>)> = sqlx::query_as(ANSWER_TIMES)
        .bind(organization.0)
        .bind(campaign.0)
        .bind(LATEST)
        .fetch_all(&store.pool)
        .await?;
    let mut times = AnswerTimes::default();
    for (auto_release, answers, waits) in halves {
        let [median, percentile_95] = waits[..] else {
            return Err(StoreError::Corrupt("two percentiles were asked for".into()));
        };
        let age = |seconds: i32| Age::from_seconds(seconds.into());
        let half = Some(AnswerWaits {
            answers: clamp(answers),
            median: age(median),
            percentile_95: age(percentile_95),
        });
        if auto_release {
            times.with = half;
        } else {
            times.without = half;
        }
    }
    Ok(times)
}
