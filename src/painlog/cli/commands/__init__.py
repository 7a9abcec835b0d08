"""One module a noun: parse, call a task, show."""
