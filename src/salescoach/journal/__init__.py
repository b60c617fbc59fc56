"""Files become records here and records become files; nothing else knows TOML."""
