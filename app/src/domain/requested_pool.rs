//! A pool as the request form names it.

use super::{InvalidId, PoolId, PoolKind};
use std::fmt;
use std::str::FromStr;

/// A pool, with what the form said that it hands out: `7.replies`. Whoever requests replies is not given initial
/// messages because the pool became another meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RequestedPool {
    /// Which pool.
    pub pool: PoolId,
    /// What is requested of it; `None`: whatever it hands out, of who requests without the form.
    pub kind: Option<PoolKind>,
}

impl From<PoolId> for RequestedPool {
    fn from(pool: PoolId) -> Self {
        Self { pool, kind: None }
    }
}

impl fmt::Display for RequestedPool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            Some(kind) => write!(f, "{}.{}", self.pool, kind.as_str()),
            None => fmt::Display::fmt(&self.pool, f),
        }
    }
}

impl FromStr for RequestedPool {
    type Err = InvalidId;
    fn from_str(text: &str) -> Result<Self, InvalidId> {
        let Some((pool, kind)) = text.split_once('.') else {
            return Ok(text.parse::<PoolId>()?.into());
        };
        Ok(Self {
            pool: pool.parse()?,
            kind: Some(kind.parse().map_err(|_| InvalidId)?),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{PoolId, PoolKind, RequestedPool};

    #[test]
    fn reads_back_what_it_writes() {
        for kind in [None, Some(PoolKind::Replies), Some(PoolKind::Initials)] {
            let pool = PoolId(7);
            let requested = RequestedPool { pool, kind };
            assert_eq!(requested.to_string().parse(), Ok(requested));
        }
        for wrong in ["", ".", "7.", "7.both", ".replies", "0.replies", "x"] {
            assert!(wrong.parse::<RequestedPool>().is_err(), "{wrong}");
        }
    }
}
