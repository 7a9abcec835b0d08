"""The journal's SQLite file: schema, reading, writing, undo."""
