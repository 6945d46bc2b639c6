"""What workers are given to do in tests: they find it by import."""

import os
import signal

DEADLY = 13


def squared(number: int) -> int:
    """Return the square."""
    return number * number


def process(_: int) -> int:
    """Return in which process this is done."""
    return os.getpid()


def deadly(number: int) -> int:
    """Return the square; one number kills its worker, as a system that runs out of memory does."""
    if number == DEADLY:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def picky(number: int) -> object:
    """Return the number, but for one that is refused and one that cannot leave its process."""
    match number:
        case 2:
            msg = "two\nis refused"
            raise ArithmeticError(msg)
        case 3:
            return lambda: number
        case _:
            return number
