"""Where the program starts: `coach` and `python -m salescoach`."""

import gc

gc.disable()  # a command lives for a fifth of a second: collecting its garbage would only slow it down

from salescoach.cli import main  # noqa: E402  # what is imported next is what the line above speeds up

__all__ = ["main"]

if __name__ == "__main__":
    main()
