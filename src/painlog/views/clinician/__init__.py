"""The page for a clinician: one content, written as a web page and as a PDF."""
