//! The supervision of a service.

use super::Backoff;
use crate::health::Component;
use std::any::Any;
use std::time::{Duration, Instant};
use tokio_util::sync::CancellationToken;

/// The delay before a restart.
const BACKOFF: Backoff = Backoff {
    first: Duration::from_secs(1),
    cap: Duration::from_secs(60),
};
/// The running time after which a service counts as recovered, and the backoff starts over.
const RECOVERED_AFTER: Duration = Duration::from_secs(300);

/// Runs a service until it is stopped, and restarts it with backoff if it panics or ends by itself. `start` creates a new
/// one each time, because the state that a panic leaves may be inconsistent.
pub async fn supervise<F>(
    component: Component,
    stop: CancellationToken,
    start: impl FnMut(Component, CancellationToken) -> F,
) where
    F: Future<Output = ()> + Send + 'static,
{
    supervise_at(BACKOFF, component, stop, start).await;
}

async fn supervise_at<F>(
    backoff: Backoff,
    component: Component,
    stop: CancellationToken,
    mut start: impl FnMut(Component, CancellationToken) -> F,
) where
    F: Future<Output = ()> + Send + 'static,
{
    let mut ends: i16 = 0;
    loop {
        let began = Instant::now();
        let ended = tokio::spawn(start(component.clone(), stop.clone())).await;
        let reason = match ended {
            Ok(()) if stop.is_cancelled() => return,
            Ok(()) => "it ended by itself, and is started again".to_owned(),
            Err(error) if error.is_panic() => {
                format!(
                    "it panicked, and is started again: {}",
                    message(&*error.into_panic())
                )
            }
            // The runtime is shutting down.
            Err(_) => return,
        };
        ends = if began.elapsed() >= RECOVERED_AFTER {
            1
        } else {
            ends.saturating_add(1)
        };
        component.fails(reason);
        let pause = tokio::time::sleep(backoff.after(ends, rand::random()));
        if stop.run_until_cancelled(pause).await.is_none() {
            return;
        }
    }
}

/// The message of a panic, which is nearly always a string.
fn message(panic: &(dyn Any + Send)) -> &str {
    panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("it did not say why")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::health::Health;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering};

    const OFTEN: Duration = Duration::from_secs(3600);
    const QUICK: Backoff = Backoff {
        first: Duration::from_millis(20),
        cap: Duration::from_millis(80),
    };

    #[tokio::test]
    async fn a_service_that_panics_is_started_again_and_health_says_so_meanwhile() {
        let health = Health::default();
        let component = health.component("outbox", OFTEN);
        let stop = CancellationToken::new();
        let starts = Arc::new(AtomicU32::new(0));
        let (begun, mut second) = tokio::sync::mpsc::unbounded_channel();
        let counted = starts.clone();
        let running = tokio::spawn(supervise(
            component,
            stop.clone(),
            move |component, stop| {
                let (begun, start) = (begun.clone(), counted.fetch_add(1, Ordering::SeqCst));
                async move {
                    assert!(start > 0, "the first one does not get far");
                    component.works();
                    let _ = begun.send(());
                    stop.cancelled().await;
                }
            },
        ));
        while health.faults().is_empty() {
            tokio::task::yield_now().await;
        }
        let reason = &health.faults()[0].reason;
        assert!(
            reason.contains("the first one does not get far"),
            "{reason}"
        );
        second.recv().await.unwrap();
        assert_eq!(health.faults(), []);
        stop.cancel();
        running.await.unwrap();
        assert_eq!(starts.load(Ordering::SeqCst), 2);
    }

    #[tokio::test]
    async fn one_that_always_panics_is_started_again_ever_more_slowly() {
        let component = Health::default().component("outbox", OFTEN);
        let stop = CancellationToken::new();
        let began = Instant::now();
        let (starts, mut started) = tokio::sync::mpsc::unbounded_channel();
        let running = tokio::spawn(supervise_at(QUICK, component, stop.clone(), move |_, _| {
            let _ = starts.send(began.elapsed());
            async { panic!("never") }
        }));
        let mut times = Vec::new();
        while times.len() < 5 {
            times.push(started.recv().await.unwrap());
        }
        // Half of 20, 40, 80 and 80 ms at the least.
        assert!(times[4] >= Duration::from_millis(110), "{times:?}");
        stop.cancel();
        running.await.unwrap();
    }
}
