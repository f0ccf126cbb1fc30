//! The queue of password hashing.
//!
//! A hash needs 19 MiB and tens of milliseconds of a core. Without a bound, 128 sign-ins at once took 4.4 GB. So a fixed
//! number runs, and the others wait for a limited time.

use super::PasswordError;
use argon2::Block;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::{Semaphore, SemaphorePermit};

/// The maximum number of hashes at once on any machine, which limits their memory to 76 MiB.
const MAX_RUNNING: usize = 4;
/// The maximum length of the queue. Two cores check 60 to 80 passwords a second, so that the last one waits 6 to 9 s.
const MAX_WAITING: usize = 512;
/// The maximum time in the queue.
const MAX_WAIT: Duration = Duration::from_secs(15);

/// The queue of the process.
static QUEUE: LazyLock<HashingQueue> = LazyLock::new(|| {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    HashingQueue::new(cores.min(MAX_RUNNING), MAX_WAITING, MAX_WAIT)
});

#[derive(Debug)]
struct HashingQueue {
    running: Semaphore,
    waiting: Semaphore,
    max_waiting: usize,
    max_wait: Duration,
    /// Memory of finished turns, reused while somebody waits: allocating it takes as long as a hash.
    memory: Mutex<Vec<Vec<Block>>>,
}

/// A permit to hash passwords, held until it is dropped, with the memory for it.
#[derive(Debug)]
pub struct HashingTurn {
    pub(super) memory: Vec<Block>,
    queue: &'static HashingQueue,
    _permit: SemaphorePermit<'static>,
}

/// Waits for a turn, in the order of arrival. Dropping the future, as when the client disconnects, leaves the queue.
///
/// # Errors
/// [`PasswordError::Busy`] if the queue is full or the wait too long; the client may try again.
pub async fn hashing_turn() -> Result<HashingTurn, PasswordError> {
    QUEUE.turn().await
}

impl HashingQueue {
    fn new(running: usize, waiting: usize, max_wait: Duration) -> Self {
        Self {
            running: Semaphore::new(running),
            waiting: Semaphore::new(waiting),
            max_waiting: waiting,
            max_wait,
            memory: Mutex::default(),
        }
    }

    async fn turn(&'static self) -> Result<HashingTurn, PasswordError> {
        let permit = self.permit().await?;
        let memory = self.memory().pop().unwrap_or_default();
        Ok(HashingTurn {
            memory,
            queue: self,
            _permit: permit,
        })
    }

    async fn permit(&self) -> Result<SemaphorePermit<'_>, PasswordError> {
        if let Ok(permit) = self.running.try_acquire() {
            return Ok(permit);
        }
        let slot = self.waiting.try_acquire();
        let _slot = slot.map_err(|_| PasswordError::Busy)?;
        // The inner error is that of a closed semaphore, and this one is never closed.
        match tokio::time::timeout(self.max_wait, self.running.acquire()).await {
            Ok(Ok(permit)) => Ok(permit),
            Ok(Err(_)) | Err(_) => Err(PasswordError::Busy),
        }
    }

    fn memory(&self) -> MutexGuard<'_, Vec<Vec<Block>>> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for HashingTurn {
    fn drop(&mut self) {
        let mut spare = self.queue.memory();
        if self.queue.waiting.available_permits() < self.queue.max_waiting {
            spare.push(std::mem::take(&mut self.memory));
        } else {
            spare.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{HashingQueue, PasswordError};
    use argon2::Block;
    use futures::FutureExt;
    use std::time::Duration;

    const SOON: Duration = Duration::from_secs(10);

    fn queue(running: usize, waiting: usize, max_wait: Duration) -> &'static HashingQueue {
        Box::leak(Box::new(HashingQueue::new(running, waiting, max_wait)))
    }

    #[tokio::test]
    async fn whoever_waits_gets_the_turn_that_ends_first_come_first_served() {
        let queue = queue(1, 2, SOON);
        let running = queue.turn().await.unwrap();
        let (mut first, mut second) = (Box::pin(queue.turn()), Box::pin(queue.turn()));
        assert!((&mut first).now_or_never().is_none());
        assert!((&mut second).now_or_never().is_none());
        drop(running);
        assert!((&mut second).now_or_never().is_none());
        drop(first.await.unwrap());
        drop(second.await.unwrap());
    }

    #[tokio::test]
    async fn a_full_line_refuses_at_once_and_a_place_that_is_given_up_is_free() {
        let queue = queue(1, 1, SOON);
        let _running = queue.turn().await.unwrap();
        let mut waiting = Box::pin(queue.turn());
        assert!((&mut waiting).now_or_never().is_none());
        assert!(matches!(
            queue.turn().now_or_never(),
            Some(Err(PasswordError::Busy))
        ));
        drop(waiting);
        assert!(queue.turn().now_or_never().is_none());
    }

    #[tokio::test]
    async fn the_wait_ends() {
        let queue = queue(1, 1, Duration::from_millis(1));
        let _running = queue.turn().await.unwrap();
        assert!(matches!(queue.turn().await, Err(PasswordError::Busy)));
    }

    #[tokio::test]
    async fn memory_is_handed_on_while_somebody_waits_and_freed_when_nobody_does() {
        let queue = queue(1, 1, SOON);
        let mut running = queue.turn().await.unwrap();
        running.memory.resize(8, Block::new());
        let mut waiting = Box::pin(queue.turn());
        assert!((&mut waiting).now_or_never().is_none());
        drop(running);
        let next = waiting.await.unwrap();
        assert_eq!(next.memory.len(), 8);
        drop(next);
        assert_eq!(queue.turn().await.unwrap().memory.capacity(), 0);
    }
}
