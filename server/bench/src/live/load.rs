//! The load while the streams are open: texts come in, and texters request texts and open pages.

use super::Scale;
use super::streams::Deliveries;
use crate::BenchError;
use crate::join_all::join_all;
use crate::seed::Seeded;
use app::domain::{CampaignId, MemberId};
use reqwest::{Client, RequestBuilder, header};
use server_store::notify;
use sqlx::PgPool;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::task::JoinSet;
use tokio::time::{MissedTickBehavior, interval};

/// Conversations that one request asks for.
const BATCH: u32 = 10;

/// The load's access to the server, to the database and to the measured deliveries.
#[derive(Clone)]
pub(super) struct Load {
    pub pool: PgPool,
    pub client: Client,
    pub url: String,
    pub cookies: Arc<[String]>,
    pub deliveries: Arc<Deliveries>,
    pub seeded: Seeded,
    pub scale: Scale,
}

/// The durations of the two kinds of HTTP requests.
pub(super) struct Durations {
    pub requests: Vec<Duration>,
    pub pages: Vec<Duration>,
}

impl Load {
    /// Runs the load for the measured time. None of it is left out when the server is slow: each begins when it is due.
    pub async fn run(&self) -> Result<Durations, BenchError> {
        let (changes, requests, pages) = tokio::try_join!(
            self.paced(self.scale.changes, Load::change),
            self.paced(self.scale.requests, Load::request),
            self.paced(self.scale.requests, Load::page),
        )?;
        drop(changes);
        Ok(Durations { requests, pages })
    }

    /// The durations of `operation`, `per_second` times a second, each in a task of its own.
    async fn paced<F>(
        &self,
        per_second: u32,
        operation: impl Fn(Load, u32) -> F,
    ) -> Result<Vec<Duration>, BenchError>
    where
        F: Future<Output = Result<Duration, BenchError>> + Send + 'static,
    {
        let mut ticks = interval(Duration::from_secs(1) / per_second);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Burst);
        let mut tasks = JoinSet::new();
        for number in 0..per_second * self.scale.seconds {
            ticks.tick().await;
            tasks.spawn(operation(self.clone(), number));
        }
        join_all(tasks).await
    }

    /// A text comes in, every other one on a conversation that a texter holds.
    async fn change(self, number: u32) -> Result<Duration, BenchError> {
        let begun = Instant::now();
        let texter = number % self.scale.streams;
        let holder = number
            .is_multiple_of(2)
            .then(|| self.seeded.texter_id(texter.into()));
        let campaign: i64 = sqlx::query_scalar(
            "update conversation
                set status = 'needs_response', waiting_since = statement_timestamp(), assigned_to = $3,
                    held_since = case when $3 is not null then statement_timestamp() end
              where organization_id = $1 and id = $2
             returning campaign_id",
        )
        .bind(self.seeded.admin.organization.0)
        .bind(self.scale.pooled + 1 + i64::from(number))
        .bind(holder.map(|MemberId(id)| id))
        .fetch_one(&self.pool)
        .await?;
        if holder.is_some() {
            self.deliveries.expect_own_change(texter as usize);
        }
        let organization = self.seeded.admin.organization;
        notify::changed(&self.pool, organization, [CampaignId(campaign)], holder).await?;
        Ok(begun.elapsed())
    }

    async fn request(self, number: u32) -> Result<Duration, BenchError> {
        let form = [("pool", self.seeded.pool.0), ("wanted", BATCH.into())];
        let path = "/api/requests/create";
        let request = self.client.post(self.url.clone() + path).form(&form);
        let request = request.header(header::ACCEPT, "application/x-postcard");
        self.timed(request, 7 * number + 3).await
    }

    async fn page(self, number: u32) -> Result<Duration, BenchError> {
        let page = self.client.get(self.url.clone() + "/texts");
        self.timed(page, 11 * number + 5).await
    }

    /// Sends a texter's request and reads the answer to its end.
    async fn timed(&self, request: RequestBuilder, texter: u32) -> Result<Duration, BenchError> {
        let texter = texter % self.scale.streams;
        let begun = Instant::now();
        request
            .header(header::COOKIE, &self.cookies[texter as usize])
            .send()
            .await?
            .error_for_status()?
            .bytes()
            .await?;
        Ok(begun.elapsed())
    }
}
