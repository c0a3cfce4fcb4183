"""``python -m tui`` is ``kremlin-tui``."""

import sys

from tui.cli import main

sys.exit(main())
