//! How often somebody may try to sign in.

use app::error::AppError;
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::num::NonZeroU32;
use std::time::Duration;

/// Limits attempts by e-mail: ten at once, then one every thirty seconds. By e-mail and not by
/// address, since a whole phone bank signs in from one address.
#[derive(Debug)]
pub struct SignInThrottle {
    limiter: DefaultKeyedRateLimiter<String>,
}

impl Default for SignInThrottle {
    fn default() -> Self {
        let at_once = NonZeroU32::new(10).unwrap_or(NonZeroU32::MIN);
        // A period that is not zero makes a quota; once a minute is what zero would get.
        let quota = Quota::with_period(Duration::from_secs(30))
            .unwrap_or(Quota::per_minute(NonZeroU32::MIN))
            .allow_burst(at_once);
        Self {
            limiter: RateLimiter::keyed(quota),
        }
    }
}

impl SignInThrottle {
    /// Counts an attempt.
    ///
    /// # Errors
    /// Too many; it says how long to wait.
    pub fn attempt(&self, email: &str) -> Result<(), AppError> {
        // The table forgets who is back at a full allowance, so that it does not grow for ever.
        if self.limiter.len() > 10_000 {
            self.limiter.retain_recent();
        }
        self.limiter.check_key(&email.to_owned()).map_err(|until| {
            let wait = until.wait_time_from(DefaultClock::default().now());
            AppError::TooManyAttempts {
                seconds: u32::try_from(wait.as_secs()).unwrap_or(u32::MAX) + 1,
            }
        })
    }
}
