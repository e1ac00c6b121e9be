"""A synthetic county: registers of any size for tests, benchmarks and trials. No person and no case in it is real."""

from litigation.bundle.generate.register import generate

__all__ = ["generate"]
