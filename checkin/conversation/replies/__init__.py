"""What people's words mean: closed answers where that is certain, own words where not."""
