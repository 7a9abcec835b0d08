"""Files on disk, and what differs between the systems that hold them; nothing about journals."""
