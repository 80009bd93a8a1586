"""Words into pictures: symbol packs, own photos, sizes."""
