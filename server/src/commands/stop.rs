//! How a long-running command is asked to end: once politely, twice in a hurry.

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

    /// Cancelled when somebody does not want to wait any longer.
    pub fn hurry(&self) -> &CancellationToken {
        &self.hurry
    }
}
