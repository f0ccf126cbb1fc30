//! What has become of the pool of a pending request since it was made.

use app::domain::RequestRefusal;

/// Whether the pool still hands out what was asked for, and to who asked.
#[derive(Debug, Clone, Copy)]
pub(super) struct PoolNow {
    /// It hands out anything.
    pub enabled: bool,
    /// It hands out what was asked for.
    pub same_kind: bool,
    /// It is General, or of a team of the texter's.
    pub theirs: bool,
}

impl PoolNow {
    /// Why the pool gives nothing for the request, if that is so.
    pub fn refusal(self, pool: &str) -> Option<RequestRefusal> {
        let pool = pool.to_owned();
        if !self.theirs {
            return Some(RequestRefusal::NotInTeam { team: pool });
        }
        if !self.enabled {
            return Some(RequestRefusal::PoolDisabled { pool });
        }
        (!self.same_kind).then_some(RequestRefusal::PoolChanged { pool })
    }
}
