from tests.handlers.conftest import library, stage

__all__ = ["library", "stage"]
