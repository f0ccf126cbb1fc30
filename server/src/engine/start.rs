//! The start of all services.

use super::{
    AbandonedReleases, AbandonedUploads, AutoRelease, AutoReleaseSettings, BulkCounts, Chatter,
    ContactSums, EarlyReports, EndedSessions, MailSender, OldMessages, Outbox, OutboxSettings,
    SimulatedContacts, supervise,
};
use crate::health::{Component, Health};
use server_sms::Services;
use server_store::Store;
use std::pin::Pin;
use std::time::Duration;
use tokio_util::{sync::CancellationToken, task::TaskTracker};

/// The time limit of a round, after which its service counts as hanging. It exceeds the sum of all its waits.
const ROUND_TIMEOUT: Duration = Duration::from_secs(60);

/// A function that creates a service and runs it.
type Start =
    Box<dyn FnMut(Component, CancellationToken) -> Pin<Box<dyn Future<Output = ()> + Send>> + Send>;

/// The background services of a server.
pub struct Engine;

impl Engine {
    /// Starts every service under supervision. They stop when `stop` is cancelled, and the tracker waits for them; sends in
    /// progress are completed, which takes at most half a minute.
    ///
    /// Each service reports to `health`. E-mail is sent by `mail`, if there is a mail server. With `chatter`, simulated
    /// contacts also write without having been texted.
    pub fn start(
        store: Store,
        services: Services,
        mail: Option<MailSender>,
        chatter: Option<Chatter>,
        health: &Health,
        stop: &CancellationToken,
    ) -> TaskTracker {
        let tracker = TaskTracker::new();
        let supervised = |component, start: Start| {
            tracker.spawn(supervise(component, stop.clone(), start));
        };
        let spawn = |name, max_sleep: Duration, start: Start| {
            supervised(health.component(name, max_sleep + ROUND_TIMEOUT), start);
        };
        let outbox = Outbox::new(store.clone(), services, OutboxSettings::default());
        spawn(
            "outbox",
            Outbox::POLL,
            Box::new(move |health, stop| Box::pin(outbox.clone().run(health, stop))),
        );
        let auto_release = AutoRelease::new(store.clone(), AutoReleaseSettings::default());
        spawn(
            "automatic release",
            AutoRelease::POLL,
            Box::new(move |health, stop| Box::pin(auto_release.clone().run(health, stop))),
        );
        let abandoned = AbandonedReleases::new(store.clone());
        spawn(
            "resuming of releases",
            AbandonedReleases::INTERVAL,
            Box::new(move |health, stop| Box::pin(abandoned.clone().run(health, stop))),
        );
        let counts = BulkCounts::new(store.clone());
        // Whoever waits for a count has its page open, which counts by itself.
        supervised(
            health.background(
                "counting of bulk actions",
                BulkCounts::INTERVAL + ROUND_TIMEOUT,
            ),
            Box::new(move |health, stop| Box::pin(counts.clone().run(health, stop))),
        );
        let sessions = EndedSessions::new(store.clone());
        // A failure has no effect on users, so it does not make the server unhealthy.
        supervised(
            health.background(
                "deletion of what sign-ins left",
                EndedSessions::INTERVAL + ROUND_TIMEOUT,
            ),
            Box::new(move |health, stop| Box::pin(sessions.clone().run(health, stop))),
        );
        let uploads = AbandonedUploads::new(store.clone());
        supervised(
            health.background(
                "deletion of abandoned uploads",
                AbandonedUploads::INTERVAL + ROUND_TIMEOUT,
            ),
            Box::new(move |health, stop| Box::pin(uploads.clone().run(health, stop))),
        );
        let sums = ContactSums::new(store.clone());
        supervised(
            health.background(
                "condensing of contact counts",
                ContactSums::INTERVAL + ROUND_TIMEOUT,
            ),
            Box::new(move |health, stop| Box::pin(sums.clone().run(health, stop))),
        );
        let early = EarlyReports::new(store.clone());
        supervised(
            health.background(
                "early delivery reports",
                EarlyReports::INTERVAL + ROUND_TIMEOUT,
            ),
            Box::new(move |health, stop| Box::pin(early.clone().run(health, stop))),
        );
        let old = OldMessages::new(store.clone());
        supervised(
            health.background(
                "erasure of old messages",
                OldMessages::INTERVAL + ROUND_TIMEOUT,
            ),
            Box::new(move |health, stop| Box::pin(old.clone().run(health, stop))),
        );
        spawn(
            "simulated contacts",
            SimulatedContacts::POLL,
            Box::new(move |health, stop| {
                Box::pin(SimulatedContacts::new(store.clone(), chatter).run(health, stop))
            }),
        );
        if let Some(mail) = mail {
            spawn(
                "e-mail",
                MailSender::POLL,
                Box::new(move |health, stop| Box::pin(mail.clone().run(health, stop))),
            );
        }
        tracker.close();
        tracker
    }
}
