"""What exports of other apps look like and how they are read: a TOML file for each."""
