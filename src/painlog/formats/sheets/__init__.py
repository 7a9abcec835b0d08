"""The spreadsheets that people keep, XLSX and ODS, as rows of text."""
