"""How much is tried: everything in `make check`; less in `make test`, for which somebody waits."""

import os

THOROUGH = "CHECKIN_THOROUGH" in os.environ
