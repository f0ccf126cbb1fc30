//! What an organization has set, by the ports that its admins save it by.

use super::World;
use app::ports::{AssignmentControl, OrganizationSettings, PoolSettings, RequestRules, Settings};

impl World {
    /// Changes what stands on the page of settings.
    pub async fn change_settings(&self, change: impl FnOnce(&mut OrganizationSettings)) {
        let page = self.store.organization_settings(&self.admin).await;
        let mut page = page.unwrap();
        change(&mut page.settings);
        let saved = self
            .store
            .save_organization_settings(&self.admin, page.version, page.settings);
        saved.await.unwrap();
    }

    /// Changes the rules of requests.
    pub async fn change_rules(&self, change: impl FnOnce(&mut RequestRules)) {
        let page = self.store.assignment(&self.admin).await.unwrap();
        let mut rules = page.rules;
        change(&mut rules);
        let saved = self
            .store
            .save_assignment(&self.admin, page.version, rules, Vec::new());
        saved.await.unwrap();
    }

    /// Changes pools.
    pub async fn change_pools(&self, pools: Vec<PoolSettings>) {
        let page = self.store.assignment(&self.admin).await.unwrap();
        let saved = self
            .store
            .save_assignment(&self.admin, page.version, page.rules, pools);
        saved.await.unwrap();
    }
}
