"""Backups: all that the database has, in one file that either kind of database can be restored from."""

from __future__ import annotations

from config.backup.dump import write_backup
from config.backup.file import BackupError, Header
from config.backup.restore import restore_backup

__all__ = ["BackupError", "Header", "restore_backup", "write_backup"]
