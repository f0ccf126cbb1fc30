use super::World;
use crate::notify::CHANGES;
use sqlx::PgPool;
use sqlx::postgres::PgListener;

/// The channel on which a listener hears that it has heard all from before.
const FROM_NOW_ON: &str = "from_now_on";

impl World {
    /// A listener to the changes that are told from now on. PostgreSQL may give a new listener some from before as well,
    /// while a transaction of another database has told something and is not over; they are passed over here.
    pub async fn listen(pool: &PgPool) -> PgListener {
        let mut listener = PgListener::connect_with(pool).await.unwrap();
        listener.listen_all([CHANGES, FROM_NOW_ON]).await.unwrap();
        sqlx::query("select pg_notify($1, '')")
            .bind(FROM_NOW_ON)
            .execute(pool)
            .await
            .unwrap();
        while listener.recv().await.unwrap().channel() != FROM_NOW_ON {}
        listener.unlisten(FROM_NOW_ON).await.unwrap();
        listener
    }
}
