//! Whether a member sees the last names of contacts.

/// SQL, the same for all rows of a statement: the member `$3` of the organization `$1` is an admin, or the organization
/// shows last names to all.
pub(crate) const SEES_LAST_NAMES: &str =
    "(select o.shows_last_names or me.role in ('admin', 'owner')
               from member me
               join organization o on o.id = me.organization_id
              where me.organization_id = $1 and me.id = $3)";
