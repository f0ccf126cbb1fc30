//! What a file of opt-outs would do.

use super::Staging;
use crate::StoreError;
use crate::contacts::Duplicate;
use crate::count::clamp;
use app::domain::OrganizationId;
use sqlx::Connection;

/// What was staged, and not recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Examined {
    /// Numbers that are not opted out, each once.
    pub new: u32,
    /// Numbers that are opted out already.
    pub already: u32,
    /// Those that were staged earlier.
    pub duplicates: u32,
    /// The duplicates by line, the first thousand of them.
    pub listed: Vec<Duplicate>,
}

impl Staging {
    /// Counts what is staged, and which of it is opted out in the organization already; records none of it.
    ///
    /// # Errors
    /// The database.
    #[tracing::instrument(name = "db.opt_out.examine_staged", skip_all)]
    pub async fn examine(mut self, organization: OrganizationId) -> Result<Examined, StoreError> {
        self.flush().await?;
        self.index().await?;
        let (staged, numbers) = self.counts().await?;
        let listed = self.duplicates().await?;
        let mut already = 0_u32;
        let mut cells = self.next_batch("").await?;
        while let Some(last) = cells.last().cloned() {
            let opted_out = self.count_opted_out(organization, &cells).await?;
            already = already.saturating_add(opted_out);
            cells = self.next_batch(&last).await?;
        }
        let _ = self.connection.close().await;
        Ok(Examined {
            new: numbers.saturating_sub(already),
            already,
            duplicates: staged.saturating_sub(numbers),
            listed,
        })
    }

    /// How many of these cells are opted out.
    #[tracing::instrument(name = "db.opt_out.count_of_batch", skip_all)]
    async fn count_opted_out(
        &mut self,
        organization: OrganizationId,
        cells: &[String],
    ) -> Result<u32, StoreError> {
        let opted_out = sqlx::query_scalar!(
            r#"select count(*) as "opted_out!" from opt_out where organization_id = $1 and cell = any ($2)"#,
            organization.0,
            cells,
        )
        .fetch_one(&mut self.connection)
        .await?;
        Ok(clamp(opted_out))
    }
}
