//! How long people waited for an answer.

use crate::count::clamp;
use crate::{Store, StoreError};
use app::domain::{Age, AnswerTimes, AnswerWaits, CampaignId, OrganizationId};

/// How many answers of each kind are looked at, the latest.
const LATEST: i64 = 10_000;

/// Of the latest answers on a campaign.
///
/// Both halves from the index `answer_latest` alone: it has them in this order, with their waits. A
/// percentile is a wait that somebody had, never one between two of them.
#[tracing::instrument(name = "db.campaign.answer_times", skip_all, fields(%campaign))]
pub(super) async fn answer_times(
    store: &Store,
    organization: OrganizationId,
    campaign: CampaignId,
) -> Result<AnswerTimes, StoreError> {
    let halves = sqlx::query!(
        r#"select half.auto_release as "auto_release!", count(*) as "answers!",
                percentile_disc(array[0.5, 0.9, 0.95]) within group (order by latest.waited_seconds) as "waits!"
           from (values (false), (true)) half (auto_release)
          cross join lateral (select an.waited_seconds
                                from answer an
                               where an.organization_id = $1
                                 and an.campaign_id = $2
                                 and an.auto_release = half.auto_release
                               order by an.answered_at desc
                               limit $3) latest
          group by half.auto_release"#,
        organization.0,
        campaign.0,
        LATEST,
    )
    .fetch_all(&store.pool)
    .await?;
    let mut times = AnswerTimes::default();
    for half in halves {
        let [median, percentile_90, percentile_95] = half.waits[..] else {
            return Err(StoreError::Corrupt(
                "three percentiles were asked for".into(),
            ));
        };
        let age = |seconds: i32| Age::from_seconds(seconds.into());
        let waits = Some(AnswerWaits {
            answers: clamp(half.answers),
            median: age(median),
            percentile_90: age(percentile_90),
            percentile_95: age(percentile_95),
        });
        if half.auto_release {
            times.with = waits;
        } else {
            times.without = waits;
        }
    }
    Ok(times)
}
