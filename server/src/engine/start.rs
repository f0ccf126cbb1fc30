use super::{
    AbandonedReleases, AutoRelease, AutoReleaseSettings, Chatter, EndedSessions, Outbox,
    OutboxSettings, SimulatedContacts, supervise,
};
use crate::health::{Component, Health};
use server_sms::Services;
use server_store::Store;
use std::pin::Pin;
use std::time::Duration;
use tokio_util::{sync::CancellationToken, task::TaskTracker};

/// How long one round of a service may take before it counts as hanging: longer than all its waits together.
const ROUND_TIMEOUT: Duration = Duration::from_secs(60);

/// Makes a service and runs it.
type Start =
    Box<dyn FnMut(Component, CancellationToken) -> Pin<Box<dyn Future<Output = ()> + Send>> + Send>;

/// Everything that runs by itself.
pub struct Engine;

impl Engine {
    /// Starts every service. They stop when `stop` is cancelled; the tracker waits until they have: what
    /// is on its way to a message service is seen through, at most half a minute.
    ///
    /// Each says in `health` whether it works, and is started again if it panics.
    ///
    /// `chatter`: whether simulated contacts also write without having been texted, as in a demo.
    pub fn start(
        store: Store,
        services: Services,
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
        let sessions = EndedSessions::new(store.clone());
        // What is left for another hour lets nobody in: no reason to take the server out of service.
        supervised(
            health.background(
                "deletion of what sign-ins left",
                EndedSessions::INTERVAL + ROUND_TIMEOUT,
            ),
            Box::new(move |health, stop| Box::pin(sessions.clone().run(health, stop))),
        );
        spawn(
            "simulated contacts",
            SimulatedContacts::POLL,
            Box::new(move |health, stop| {
                Box::pin(SimulatedContacts::new(store.clone(), chatter).run(health, stop))
            }),
        );
        tracker.close();
        tracker
    }
}
