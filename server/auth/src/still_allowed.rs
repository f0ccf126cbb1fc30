//! A role that is looked at again while a long response is under way.

use super::allowed::{Allowed, Refused};
use super::viewer::viewer_now;
use app::domain::{MemberId, NotAllowed, OrganizationId, Viewer};
use app::error::AppError;
use axum::extract::{FromRef, FromRequestParts};
use http::request::Parts;
use server_store::Store;
use server_store::database::{RESPOND_WITHIN, answered};
use std::marker::PhantomData;
use tower_sessions::Session;
use tower_sessions::session::Id;

/// As [`Allowed`], for a response that goes on after its request was let in: with what looks the viewer up again.
pub struct AllowedForNow<Witness>(pub Witness, pub StillAllowed<Witness>);

/// The session of a request, by which its viewer is looked up again.
pub struct StillAllowed<Witness> {
    store: Store,
    session: Option<Id>,
    organization: OrganizationId,
    member: MemberId,
    witness: PhantomData<fn() -> Witness>,
}

impl<Witness> StillAllowed<Witness>
where
    Witness: TryFrom<Viewer, Error = NotAllowed>,
{
    /// Whether the session is still the viewer's, and their role still allows it.
    ///
    /// # Errors
    /// Why not; the database.
    pub async fn check(&self) -> Result<(), AppError> {
        let now = answered(RESPOND_WITHIN, viewer_now(&self.store, self.session)).await?;
        let whose = (self.organization, self.member);
        let now = now.filter(|now| (now.organization, now.member) == whose);
        Witness::try_from(now.ok_or(AppError::SignedOut)?)?;
        Ok(())
    }
}

impl<State, Witness> FromRequestParts<State> for AllowedForNow<Witness>
where
    State: Sync,
    Store: FromRef<State>,
    Witness: TryFrom<Viewer, Error = NotAllowed>,
{
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Refused> {
        let Allowed(witness) = Allowed::from_request_parts(parts, state).await?;
        let viewer = parts.extensions.get::<Viewer>();
        let viewer = viewer.ok_or(Refused(AppError::SignedOut))?;
        let still = StillAllowed {
            store: Store::from_ref(state),
            session: parts.extensions.get::<Session>().and_then(Session::id),
            organization: viewer.organization,
            member: viewer.member,
            witness: PhantomData,
        };
        Ok(Self(witness, still))
    }
}
