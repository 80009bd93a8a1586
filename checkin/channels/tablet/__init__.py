"""A person answers on a tablet, with pictures, sound and large buttons."""
