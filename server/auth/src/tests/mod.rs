mod sign_in_limits;
