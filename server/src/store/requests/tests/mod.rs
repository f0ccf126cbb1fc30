mod approval;
mod crowd;
mod decision;
mod eligibility;
mod hand_out;
mod limits;
mod not_straight_back;
mod offer;
