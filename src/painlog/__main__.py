"""`python -m painlog`."""

import sys

from painlog.cli.app import main

sys.exit(main())
