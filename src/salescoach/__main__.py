"""Where the program starts: `coach` and `python -m salescoach`."""

import atexit
import gc

gc.disable()  # a command lives for a fifth of a second: collecting its garbage would only slow it down
atexit.register(gc.freeze)  # nor is it worth looking for at the end, when Python would once more

from salescoach.cli import main  # noqa: E402  # what is imported next is what the line above speeds up

__all__ = ["main"]

if __name__ == "__main__":
    main()
