//! What releases, sends and hand-outs do as the day goes on, on a campaign that was made, filled and texted as the product
//! does it, with the clock in the test's hand.

mod clock_changes;
mod decision_table;
mod scene;
