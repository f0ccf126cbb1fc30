use super::{
    AbandonedReleases, AutoRelease, AutoReleaseSettings, Chatter, EndedSessions, Outbox,
    OutboxSettings, SimulatedContacts,
};
use crate::sms::Services;
use crate::store::Store;
use tokio_util::{sync::CancellationToken, task::TaskTracker};

/// Everything that runs by itself.
pub struct Engine;

impl Engine {
    /// Starts every service. They stop when `stop` is cancelled; the tracker waits until they have: what
    /// is on its way to a message service is seen through, at most half a minute.
    ///
    /// `chatter`: whether simulated contacts also write without having been texted, as in a demo.
    pub fn start(
        store: Store,
        services: Services,
        chatter: Option<Chatter>,
        stop: &CancellationToken,
    ) -> TaskTracker {
        let tracker = TaskTracker::new();
        let outbox = Outbox::new(store.clone(), services, OutboxSettings::default());
        tracker.spawn(outbox.run(stop.clone()));
        let auto_release = AutoRelease::new(store.clone(), AutoReleaseSettings::default());
        tracker.spawn(auto_release.run(stop.clone()));
        tracker.spawn(AbandonedReleases::new(store.clone()).run(stop.clone()));
        tracker.spawn(EndedSessions::new(store.pool.clone()).run(stop.clone()));
        let contacts = SimulatedContacts::new(store, chatter);
        tracker.spawn(contacts.run(stop.clone()));
        tracker.close();
        tracker
    }
}
