"""Words into sound: engines, cache, word times, recordings."""
