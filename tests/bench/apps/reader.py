"""The reader as its command starts it; ``python -m tui`` takes five milliseconds more to find it."""

import sys

from tui.cli import main

sys.exit(main())
