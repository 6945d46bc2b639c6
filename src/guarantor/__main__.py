"""``python -m guarantor``."""

from guarantor.cli import main

if __name__ == "__main__":
    main()
