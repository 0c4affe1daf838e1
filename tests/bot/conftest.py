from tests.handlers.conftest import library, servers, stage

__all__ = ["library", "servers", "stage"]
