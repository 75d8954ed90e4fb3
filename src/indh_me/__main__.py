"""Run the command line with ``python -m indh_me``."""

from indh_me.cli import main

__all__: list[str] = []

if __name__ == "__main__":
    main()
