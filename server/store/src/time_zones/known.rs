use crate::StoreError;
use sqlx::PgExecutor;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The names of time zones in the IANA database that PostgreSQL has, looked up in any case.
#[derive(Debug, Clone, Default)]
pub struct KnownZones {
    by_lower_case: HashMap<String, String>,
}

/// The name of today for each old one, in lower case.
static OLD_NAMES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    include_str!("old_names.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(' '))
        .map(|(old, name)| (old.to_lowercase(), name))
        .collect()
});

impl KnownZones {
    /// Asks the database. It reads its files of zones, which takes some tenths of a second.
    ///
    /// # Errors
    /// The database.
    #[tracing::instrument(name = "db.time_zone.known", skip_all)]
    pub async fn load(executor: impl PgExecutor<'_>) -> Result<Self, StoreError> {
        let names: Vec<String> = sqlx::query_scalar!(
            r#"select name as "name!" from pg_timezone_names
                where name not like 'posix/%' and name not like 'right/%'
                  and name not in ('posixrules', 'localtime', 'Factory')"#,
        )
        .fetch_all(executor)
        .await?;
        Ok(Self::new(names))
    }

    fn new(names: Vec<String>) -> Self {
        let by_lower_case = names
            .into_iter()
            .map(|name| (name.to_lowercase(), name))
            .collect();
        Self { by_lower_case }
    }

    /// The name that a zone is kept under: `America/New_York` for `us/eastern`. `None` if there is no such zone.
    #[must_use]
    pub fn canonical(&self, name: &str) -> Option<&str> {
        let lower_case = name.trim().to_lowercase();
        // A database with older zones than this list may not know the new name.
        OLD_NAMES
            .get(&lower_case)
            .and_then(|name| self.by_lower_case.get(&name.to_lowercase()))
            .or_else(|| self.by_lower_case.get(&lower_case))
            .map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::{KnownZones, OLD_NAMES};
    use crate::testing::World;
    use sqlx::PgPool;

    #[sqlx::test(migrator = "crate::MIGRATOR")]
    async fn an_old_name_is_kept_under_the_new_one(pool: PgPool) {
        let zones = KnownZones::load(&World::new(pool).await.store.pool)
            .await
            .unwrap();
        for (written, kept) in [
            ("America/New_York", Some("America/New_York")),
            (" america/new_york ", Some("America/New_York")),
            ("US/Eastern", Some("America/New_York")),
            ("EST5EDT", Some("America/New_York")),
            ("America/Indianapolis", Some("America/Indiana/Indianapolis")),
            ("Asia/Calcutta", Some("Asia/Kolkata")),
            ("Europe/Oslo", Some("Europe/Oslo")),
            ("posix/America/New_York", None),
            ("America/Nowhere", None),
            ("", None),
        ] {
            assert_eq!(zones.canonical(written), kept, "{written}");
        }
        for name in OLD_NAMES.values() {
            assert_eq!(zones.canonical(name), Some(*name), "{name} is an old name");
        }
    }

    #[test]
    fn a_database_that_does_not_know_the_new_name_keeps_the_old_one() {
        let zones = KnownZones::new(vec!["Europe/Kiev".into()]);
        assert_eq!(zones.canonical("europe/kiev"), Some("Europe/Kiev"));
    }
}
