//! The stop of a long-running command: gracefully at the first signal, at once at the second.

use tokio_util::sync::CancellationToken;
use tokio_util::task::AbortOnDropHandle;

use super::CommandError;
use super::signals::Signals;

/// Cancelled by the first signal, and again by the second.
pub(super) struct Stop {
    asked: CancellationToken,
    hurry: CancellationToken,
    _listener: AbortOnDropHandle<()>,
}

impl Stop {
    /// Listens for signals from now on.
    pub fn on_signals() -> Result<Self, CommandError> {
        let mut signals = Signals::listen()?;
        let (asked, hurry) = (CancellationToken::new(), CancellationToken::new());
        let (first, second) = (asked.clone(), hurry.clone());
        let listener = tokio::spawn(async move {
            signals.next().await;
            first.cancel();
            signals.next().await;
            second.cancel();
        });
        Ok(Self {
            asked,
            hurry,
            _listener: AbortOnDropHandle::new(listener),
        })
    }

    /// Cancelled when the program is to end. Streams that never end by themselves watch it.
    pub fn asked(&self) -> &CancellationToken {
        &self.asked
    }

    /// Cancelled by the second signal, when requests in progress are not waited for.
    pub fn hurry(&self) -> &CancellationToken {
        &self.hurry
    }
}
