use crate::domain::PoolId;
use serde::{Deserialize, Serialize};

/// A pool as it is filled in.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PoolInput {
    /// Which pool.
    pub pool: PoolId,
    /// Whether it is enabled: a switch that is off sends nothing.
    #[serde(default)]
    pub enabled: bool,
    /// What it hands out.
    pub kind: String,
    /// The most that one request may take.
    pub max_per_request: String,
}
