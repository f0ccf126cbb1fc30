use crate::StoreError;
use rand::Rng;
use sqlx::{PgConnection, PgPool};

/// Letters and digits that nobody takes for each other.
const ALPHABET: &[u8] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Groups of four, 78 bits in all.
const GROUPS: usize = 4;

/// The one-time code of an installation without an organization, which is made if there is none yet; the same for every
/// server. `None` once there is an organization.
///
/// # Errors
/// The database.
pub async fn setup_code(pool: &PgPool) -> Result<Option<String>, StoreError> {
    insert(pool, &random_code()).await?;
    find(pool).await
}

#[tracing::instrument(name = "db.setup_code.insert", skip_all)]
async fn insert(pool: &PgPool, code: &str) -> Result<(), StoreError> {
    sqlx::query!(
        "insert into setup_code (code)
         select $1 where not exists (select from organization)
         on conflict do nothing",
        code,
    )
    .execute(pool)
    .await?;
    Ok(())
}

#[tracing::instrument(name = "db.setup_code.find", skip_all)]
async fn find(pool: &PgPool) -> Result<Option<String>, StoreError> {
    let code = sqlx::query_scalar!(
        "select code from setup_code where not exists (select from organization)"
    );
    Ok(code.fetch_optional(pool).await?)
}

/// Whether there is an organization.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.organization.any_exists", skip_all)]
pub async fn any_exists(pool: &PgPool) -> Result<bool, StoreError> {
    let exists = sqlx::query_scalar!(r#"select exists (select from organization) as "exists!""#);
    Ok(exists.fetch_one(pool).await?)
}

/// Whether this is the code; however it is typed.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.setup_code.is_code", skip_all)]
pub async fn is_setup_code(pool: &PgPool, input: &str) -> Result<bool, StoreError> {
    let is_code = sqlx::query_scalar!(
        r#"select exists (select from setup_code
                         where code = $1 and not exists (select from organization)) as "is_code!""#,
        normalized(input),
    );
    Ok(is_code.fetch_one(pool).await?)
}

/// Uses the code up; whether it was there. Of two at once the second waits for the first, and finds none.
///
/// # Errors
/// The database.
#[tracing::instrument(name = "db.setup_code.use_up", skip_all)]
pub async fn use_setup_code(tx: &mut PgConnection, input: &str) -> Result<bool, StoreError> {
    let used = sqlx::query!(
        "delete from setup_code where code = $1 and not exists (select from organization)",
        normalized(input),
    );
    Ok(used.execute(tx).await?.rows_affected() == 1)
}

/// `ABCD-EFGH-…`, of letters in any case with anything between them.
fn normalized(input: &str) -> String {
    let letters: Vec<char> = input
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|letter| letter.to_ascii_uppercase())
        .take(GROUPS * 4 + 1)
        .collect();
    let groups: Vec<String> = letters
        .chunks(4)
        .map(|group| group.iter().collect())
        .collect();
    groups.join("-")
}

fn random_code() -> String {
    let mut random = rand::rng();
    let letters: String = (0..GROUPS * 4)
        .map(|_| char::from(ALPHABET[random.random_range(0..ALPHABET.len())]))
        .collect();
    normalized(&letters)
}

#[cfg(test)]
mod tests {
    use super::{find, is_setup_code, normalized, random_code, setup_code};
    use crate::testing::World;
    use sqlx::PgPool;

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let code = random_code();
        assert_eq!(code.len(), 19);
        for input in [
            code.clone(),
            code.to_lowercase(),
            code.replace('-', " "),
            format!(" {} ", code.replace('-', "")),
        ] {
            assert_eq!(normalized(&input), code);
        }
        assert_ne!(normalized(&format!("{code}A")), code);
    }

    #[sqlx::test(migrator = "crate::MIGRATOR")]
    async fn all_servers_have_one_code_until_there_is_an_organization(pool: PgPool) {
        let (one, two) = tokio::join!(setup_code(&pool), setup_code(&pool));
        let code = one.unwrap().unwrap();
        assert_eq!(two.unwrap().as_ref(), Some(&code));
        assert_eq!(setup_code(&pool).await.unwrap(), Some(code.clone()));
        assert!(is_setup_code(&pool, &code).await.unwrap());
        World::new(pool.clone()).await;
        assert_eq!(setup_code(&pool).await.unwrap(), None);
        assert_eq!(find(&pool).await.unwrap(), None);
        assert!(!is_setup_code(&pool, &code).await.unwrap());
    }
}
